"""Bytes of a file → its lines and tables, by the kind that its content tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .archive import Member, is_container, listed, members_of, portion
from .sniff import sniff

if TYPE_CHECKING:
    from .chain import extract

__all__ = ["Member", "extract", "is_container", "listed", "members_of", "portion", "sniff"]


def __getattr__(name: str) -> Any:
    if name != "extract":
        raise AttributeError(name)
    from .chain import extract

    return extract
