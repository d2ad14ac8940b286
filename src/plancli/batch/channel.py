"""Messages between two processes over a stream socket: a mark, a length, a pickle. What breaks the form is an error."""

from __future__ import annotations

import contextlib
import pickle
import socket
import struct
from collections.abc import Iterator

_HEAD = struct.Struct("!4sQ")
_MARK = b"plan"
_MOST = 1 << 32  # no message is that long; what says so is garbage
_CHUNK = 1 << 16  # what is larger is mapped into memory anew each time, which takes longer than to read it
ROOM = 1 << 18  # bytes that are on their way at most; systems differ in what they give unasked


class GarbledError(Exception):
    """What came over the channel is no message."""


def packed(message: object) -> bytes:
    """A message as it goes over a channel."""
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return _HEAD.pack(_MARK, len(data)) + data


class Channel:
    """One end. Raises `EOFError` or `OSError` where the other end is gone."""

    def __init__(self, end: socket.socket) -> None:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, ROOM)
        self._end = end
        self._received = bytearray()

    def fileno(self) -> int:
        """For a selector: readable where something has arrived, or the other end is gone."""
        return self._end.fileno()

    def put(self, message: bytes, *, patience: float | None = None) -> None:
        """Sends a message that is packed, whole. Raises `TimeoutError` where nobody takes it for so many seconds."""
        self._end.settimeout(patience)
        try:
            self._end.sendall(message)
        finally:
            self._end.settimeout(None)

    def receive(self) -> object:
        """Waits for the next message. Raises `GarbledError`."""
        while (data := self._message()) is None:
            self._read()
        return _unpacked(data)

    def arrived(self) -> Iterator[object]:
        """The messages that are whole by now; where nothing has come, none. Raises `GarbledError`."""
        self._end.setblocking(False)
        try:
            with contextlib.suppress(BlockingIOError):
                self._read()
        finally:
            self._end.setblocking(True)
        while (data := self._message()) is not None:
            yield _unpacked(data)

    def _read(self) -> None:
        chunk = self._end.recv(_CHUNK)
        if not chunk:
            raise EOFError
        self._received += chunk

    def _message(self) -> bytes | None:
        if len(self._received) < _HEAD.size:
            return None
        mark, length = _HEAD.unpack_from(self._received)
        if mark != _MARK or length > _MOST:
            raise GarbledError("the mark of a message is missing")
        end = _HEAD.size + length
        if len(self._received) < end:
            return None
        data = bytes(memoryview(self._received)[_HEAD.size : end])
        del self._received[:end]
        return data

    def close(self) -> None:
        """Lets the other end know that nothing more comes."""
        self._end.close()


def _unpacked(data: bytes) -> object:
    try:
        return pickle.loads(data)
    except Exception as error:  # an unpickler raises what it likes
        raise GarbledError(str(error)) from error
