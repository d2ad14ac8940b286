"""Messages between two processes over a stream socket: a mark, a length, a pickle. What breaks the form is an error."""

from __future__ import annotations

import pickle
import socket
import struct
import time

_HEAD = struct.Struct("!4sQ")
_MARK = b"plan"
_MOST = 1 << 32  # no message is that long; what says so is garbage
_CHUNK = 1 << 18
ROOM = 1 << 18  # bytes that are on their way at most; systems differ in what they give unasked


class GarbledError(Exception):
    """What came over the channel is no message."""


def packed(message: object) -> bytes:
    """A message as it goes over a channel."""
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return _HEAD.pack(_MARK, len(data)) + data


class Channel:
    """One end. Raises `EOFError` or `OSError` where the other end is gone, `TimeoutError` where patience ends.

    One thread may send while another receives: each way has a socket object of its own, for the patience is kept there.
    """

    def __init__(self, end: socket.socket) -> None:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, ROOM)
        self._end = end
        self._outward = end.dup()
        self._received = bytearray()

    def send(self, message: object, *, patience: float | None = None) -> None:
        """Sends a message whole, within `patience` seconds."""
        self.put(packed(message), patience=patience)

    def put(self, message: bytes, *, patience: float | None = None) -> None:
        """Sends a message that is packed."""
        self._outward.settimeout(patience)
        self._outward.sendall(message)

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
        self._outward.close()
        self._end.close()
