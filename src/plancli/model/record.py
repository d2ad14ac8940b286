"""What plain records share: they are shown and compared by their fields.

A dataclass that writes these methods for itself takes half a millisecond to make, twice as long as one that inherits them,
and a document needs fifty such classes before its first character is read.
"""

from __future__ import annotations

from typing import ClassVar


class Record:
    """Inherited by `@dataclass(slots=True, eq=False, repr=False)`."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]] = ()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__match_args__)

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__name__}({shown})"
