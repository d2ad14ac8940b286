"""PDFium's functions by address, their arguments, and the flat arrays that they write into, with pointers made once."""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pypdfium2.raw as raw

argument: Callable[[int | None], Any] = ctypes.c_void_p.from_param  # made before, for calls by the thousand


def function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The function of a name, with its result and arguments as ctypes has them."""
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address)  # type: ignore[arg-type]


def unconverted(name: str, result: Any) -> Callable[..., Any]:
    """A function that takes integers of 32 bits, and arguments made by `argument` and by `Room`."""
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result)(address)  # type: ignore[arg-type]


def bulk(call: Callable[..., Any], *arguments: Iterable[Any]) -> None:
    """Call once for each tuple of arguments, for the effect alone."""
    deque(map(call, *arguments), maxlen=0)


class Room:
    """Where functions write what they tell: so many values a call, of one kind, to a pointer for them all or one for each. It is
    used again and again, for to make pointers takes as long as to call."""

    MOST = 4096  # calls at once

    def __init__(self, kind: Any, size: int, pointers: int) -> None:
        self._kind, self._size, self._step = kind, size, size // pointers
        self._values: Any = None
        self._view = memoryview(b"")  # of the values, from which they are taken faster
        self._pointers: list[list[Any]] = [[]]

    def filled(self, call: Callable[..., Any], *arguments: Sequence[Any]) -> list[Any]:
        """What all calls write, flat, 0 where one writes nothing; the first argument of each call, the second and so on."""
        count, values = len(arguments[0]), []
        for start in range(0, count, self.MOST):
            held = [argument[start : start + self.MOST] for argument in arguments]
            self._reach(len(held[0]))
            ctypes.memset(self._values, 0, ctypes.sizeof(self._kind) * self._size * len(held[0]))
            bulk(call, *held, *self._pointers)
            values += self._view[: self._size * len(held[0])].tolist()
        return values

    def _reach(self, count: int) -> None:
        if count <= len(self._pointers[0]):
            return
        count = min(2 * count, self.MOST)
        width, self._values = ctypes.sizeof(self._kind), (self._kind * (self._size * count))()
        self._view = memoryview(self._values).cast("B").cast(self._kind._type_)
        self._pointers = [
            [ctypes.byref(self._values, width * k) for k in range(first, self._size * count, self._size)]
            for first in range(0, self._size, self._step)
        ]
