"""How long `plancli.parse` takes beside bare reading of the same file, all warm in one process, as ratios.

    python bench/parse_speed.py [--check] [FILE …]

Files are PDF, DOCX, HTML or XLSX; by default the sample task table with its rows taken six times over (156 rows). A PDF is measured against pypdfium2's bare text of all pages and
against pdfplumber's tables and text; a DOCX against python-docx's bare walk of paragraphs and cells. Of a web page and a workbook the reading alone, without what is
made of the text, is measured as well: against lxml's bare walk of the elements, against openpyxl's of the cells. Each figure is the
least processor time of several turns, taken in alternation: what waits for a busy machine does not count. With --check the
exit code is 1 where a ratio is over its bound.
"""

from __future__ import annotations

import argparse
import gc
import io
import logging
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import plancli

ROOT = Path(__file__).resolve().parents[1]
TURNS = 15

# rival → the most that parse may take, as a multiple of what the rival takes
BOUNDS = {"pypdfium2 text": 6.0, "pdfplumber tables + text": 1 / 6, "python-docx walk": 1.0}
# the same of the reading alone
READING_BOUNDS = {"lxml walk": 2.0, "openpyxl walk": 2.0}


def pypdfium2_text(data: bytes) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def pdfplumber_tables(data: bytes) -> int:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return sum(len(page.extract_tables()) + len(page.extract_text()) for page in document.pages)


def docx_walk(data: bytes) -> int:
    import docx

    document = docx.Document(io.BytesIO(data))
    size = sum(len(paragraph.text) for paragraph in document.paragraphs)
    return size + sum(len(cell.text) for table in document.tables for row in table.rows for cell in row.cells)


def lxml_walk(data: bytes) -> int:
    from lxml import html

    return sum(len(element.text or "") + len(element.tail or "") for element in html.document_fromstring(data).iter())


def openpyxl_walk(data: bytes) -> int:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    return sum(len(str(cell)) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)


def reading(data: bytes) -> object:
    """The blocks of a file, and nothing made of them; the collector of garbage rests, as it does while `parse` reads."""
    from plancli.extract import extract
    from plancli.model.settings import Settings

    gc.disable()
    try:
        return extract(data, settings=Settings())
    finally:
        gc.enable()


RIVALS: dict[str, dict[str, Callable[[bytes], object]]] = {
    ".pdf": {"pypdfium2 text": pypdfium2_text, "pdfplumber tables + text": pdfplumber_tables},
    ".docx": {"python-docx walk": docx_walk},
    ".html": {"reading": reading, "lxml walk": lxml_walk},
    ".xlsx": {"reading": reading, "openpyxl walk": openpyxl_walk},
}


def long_table() -> Iterator[tuple[str, bytes]]:
    """A task table of many pages in each format, made of the sample's description."""
    sys.path.insert(0, str(ROOT))
    from tests.quality.bulletins import load
    from tests.quality.measure import WRITERS

    sample = next(bulletin for bulletin in load("sample") if bulletin.name == "task-table")
    table: Any = sample.plans[0].body[0]
    rows = [(str(number), *row[1:]) for number, row in enumerate(table.rows * 6, 1)]
    long = replace(sample, plans=[replace(sample.plans[0], body=[replace(table, rows=rows)])])
    for kind in ("pdf", "docx", "html", "xlsx"):
        yield f"table of {len(rows)} rows.{kind}", WRITERS[kind](long)


def measure(data: bytes, rivals: dict[str, Callable[[bytes], object]]) -> dict[str, float]:
    """Processor seconds of parse and of each rival; what takes over two seconds is run once more and no oftener."""
    runs: dict[str, Callable[[bytes], object]] = {"parse": plancli.parse, **rivals}
    best: dict[str, float] = {}
    for turn in range(TURNS + 1):  # the first turn warms up, and counts for the slow ones
        for name, run in runs.items():
            if turn > 1 and best[name] > 2:
                continue
            began = time.process_time()
            run(data)
            best[name] = min(best.get(name, float("inf")), time.process_time() - began)
    return best


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a ratio is over its bound")
    arguments = parser.parse_args()
    logging.disable(logging.WARNING)
    over = 0
    named = [(str(file), file.read_bytes()) for file in arguments.files]
    for name, data in named or long_table():
        seconds = measure(data, RIVALS[Path(name).suffix.lower()])
        whole, read = seconds.pop("parse"), seconds.pop("reading", None)
        print(f"{name}: parse {whole * 1000:.1f} ms" + (f", reading {read * 1000:.1f} ms" if read else ""))
        for rival, bare in seconds.items():
            own, bound = (whole, BOUNDS[rival]) if read is None else (read, READING_BOUNDS[rival])
            over += own / bare > bound
            said = f"{own / bare:7.3f} times {rival} ({bare * 1000:.1f} ms)"
            print(f"  {said}; bound {bound:.3f}{'  OVER' * (own / bare > bound)}")
    return 1 if arguments.check and over else 0


if __name__ == "__main__":
    raise SystemExit(main())
