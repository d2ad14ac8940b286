"""Messages between two processes over a stream socket: a mark, a length, a pickle. What breaks the form is an error."""

from __future__ import annotations

import pickle
import socket
import struct
import time

_HEAD = struct.Struct("!4sQ")
_MARK = b"plan"
_MOST = 1 << 32  # no message is that long; what says so is garbage
_CHUNK = 1 << 16


class GarbledError(Exception):
    """What came over the channel is no message."""


class Channel:
    """One end. Raises `EOFError` or `OSError` where the other end is gone, `TimeoutError` where patience ends."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._received = bytearray()

    def send(self, message: object, *, patience: float | None = None) -> None:
        """Sends a message whole, within `patience` seconds."""
        data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
        self._end.settimeout(patience)
        self._end.sendall(_HEAD.pack(_MARK, len(data)))
        self._end.sendall(data)

    def receive(self, *, patience: float | None = None) -> object:
        """The next message; after a `TimeoutError` it may be asked for again. Raises `GarbledError`."""
        deadline = None if patience is None else time.monotonic() + patience
        while (data := self._message()) is None:
            self._end.settimeout(None if deadline is None else max(deadline - time.monotonic(), 0.001))
            chunk = self._end.recv(_CHUNK)
            if not chunk:
                raise EOFError
            self._received += chunk
        try:
            return pickle.loads(data)
        except Exception as error:  # an unpickler raises what it likes
            raise GarbledError(str(error)) from error

    def _message(self) -> bytes | None:
        if len(self._received) < _HEAD.size:
            return None
        mark, length = _HEAD.unpack_from(self._received)
        if mark != _MARK or length > _MOST:
            raise GarbledError("the mark of a message is missing")
        end = _HEAD.size + length
        if len(self._received) < end:
            return None
        data = bytes(self._received[_HEAD.size : end])
        del self._received[:end]
        return data

    def close(self) -> None:
        """Lets the other end know that nothing more comes."""
        self._end.close()
