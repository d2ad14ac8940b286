"""Bytes of a file → its lines and tables, by the kind that its content tells."""

from __future__ import annotations

from .archive import Member, members_of
from .chain import extract

__all__ = ["Member", "extract", "members_of"]
