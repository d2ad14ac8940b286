"""Bytes of a file → its lines and tables, by the kind that its content tells."""

from __future__ import annotations

from .chain import extract

__all__ = ["extract"]
