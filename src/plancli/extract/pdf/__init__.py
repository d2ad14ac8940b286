"""PDF → lines and tables: what PDFium draws on a page as a sheet for the layout.

document     opens the file, goes through its pages, raises where there is nothing to read
page         one page → its sheet
survey       the page mended first: levelled, hidden text behind visible text switched off
objects      what is drawn on a page, in order; ruling: rules and fills among it
characters   characters as runs on base lines
meanings     what fonts say of characters that PDFium does not know
visible      which runs are to be seen, and how they look; beneath: over which of them a picture is drawn
patterns     what tiling patterns show, which PDFium does not give
native       PDFium's functions, called in bulk
"""

from __future__ import annotations

from .document import extract_pdf

__all__ = ["extract_pdf"]
