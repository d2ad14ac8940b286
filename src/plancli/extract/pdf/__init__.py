"""PDF → lines and tables: characters and ruling lines straight from PDFium.

document               opens the file, goes through its pages, raises where there is nothing to read
page                   runs of characters into the cells of a page's grids, the rest into running lines
survey                 the page mended first: levelled; what is turned, hidden or a watermark switched off
objects, ruling        what is drawn on a page; the pieces of its ruling lines
characters, radicals   characters as runs; compatibility forms folded
grids                  tables by ruling lines
borderless, gap_table, headings, logical_rows   tables by gaps
lines, margins         runs into lines; how far lines usually reach
native                 PDFium's functions, called in bulk
"""

from __future__ import annotations

from .document import extract_pdf

__all__ = ["extract_pdf"]
