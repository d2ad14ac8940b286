"""PDF → lines and tables: characters and ruling lines straight from PDFium.

document  opens the file, goes through its pages, raises where there is nothing to read
page      one page: runs of characters into the cells of its grids, the rest into running lines
survey    what a page is drawn of: pieces of rules; what is turned, hidden or a watermark is switched off
characters, radicals   characters as runs, compatibility forms folded
grids, borderless      tables by ruling lines, by gaps
lines, margins         runs into lines; how far lines usually reach
native    PDFium's functions, called in bulk
"""

from __future__ import annotations

from .document import extract_pdf

__all__ = ["extract_pdf"]
