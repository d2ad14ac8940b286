"""Bytes of a file → its lines and tables, by the kind that its content tells."""

from __future__ import annotations

from .archive import Member, is_container, listed, members_of, portion
from .chain import extract
from .sniff import sniff

__all__ = ["Member", "extract", "is_container", "listed", "members_of", "portion", "sniff"]
