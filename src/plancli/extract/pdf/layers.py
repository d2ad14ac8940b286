"""Which layers of a PDF are switched off as it is opened (optional content, ISO 32000-1, 8.11.4.3), which PDFium does not tell."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any

LayersOff = Callable[[], frozenset[bytes]]


def layers_off(data: bytes, password: str | None) -> LayersOff:
    """A way to ask for the names, as bytes, of the layers that are off: the file is read for them once, when first asked."""

    @cache
    def ask() -> frozenset[bytes]:
        from pdfminer.pdfdocument import PDFDocument
        from pdfminer.pdfparser import PDFParser
        from pdfminer.pdftypes import resolve1

        try:
            catalog = PDFDocument(PDFParser(io.BytesIO(data)), password=password or "").catalog
            return _off(resolve1(catalog.get("OCProperties")) or {}, resolve1)
        except Exception:  # a file that pdfminer cannot read: all layers count as shown
            return frozenset()

    return ask


def _off(properties: dict[str, Any], resolve: Callable[[Any], Any]) -> frozenset[bytes]:
    groups = resolve(properties.get("OCGs")) or []
    usual = resolve(properties.get("D")) or {}
    base = getattr(resolve(usual.get("BaseState")), "name", "ON")
    off = _names(resolve(usual.get("OFF")) or [], resolve)
    on = _names(resolve(usual.get("ON")) or [], resolve)
    if base == "OFF":
        return _names(groups, resolve) - on
    shown = _names(groups, resolve, without=resolve(usual.get("OFF")) or [])
    return off - shown  # of two layers by one name the one that is on counts


def _names(
    groups: list[Any], resolve: Callable[[Any], Any], without: list[Any] | tuple[Any, ...] = ()
) -> frozenset[bytes]:
    """The names of groups, but for some."""
    gone = {getattr(group, "objid", None) for group in without}
    return frozenset(
        bytes(resolve(resolve(group).get("Name")) or b"")
        for group in groups
        if getattr(group, "objid", None) not in gone
    )
