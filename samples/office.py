"""The office files of the samples, compared by content, not bytes: python samples/office.py [--write]

Each folder holds ledger.xlsx, assignments.docx and calendar.ics as `plancli parse` writes them, and page.html as `plancli view`
does, but for its style and script. What is compared is what a second program reads of them: openpyxl the cells, python-docx
the paragraphs and cells, icalendar the events, lxml the elements. Without --write nothing is changed and a difference ends
with 1. After --write, open the files that were written and read them.
"""

from __future__ import annotations

import contextlib
import difflib
import io
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from plancli.cli import run

HERE = Path(__file__).resolve().parent
SOURCE = "source.docx"


def cells(data: bytes) -> Iterator[str]:
    """Sheet by sheet each row, its values with their types."""
    import openpyxl

    for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
        yield f"sheet {sheet.title}, frozen at {sheet.freeze_panes}, filter {sheet.auto_filter.ref}"
        for rule in sheet.data_validations.dataValidation:
            yield f"choice {rule.sqref} {rule.formula1}"
        for row in sheet.iter_rows():
            yield " | ".join("" if cell.value is None else f"{cell.data_type} {cell.value}" for cell in row)


def paragraphs(data: bytes) -> Iterator[str]:
    """Paragraphs, then the rows of the tables."""
    import docx

    made = docx.Document(io.BytesIO(data))
    yield from (paragraph.text for paragraph in made.paragraphs)
    for table in made.tables:
        yield from (" | ".join(cell.text for cell in row.cells) for row in table.rows)


def events(data: bytes) -> Iterator[str]:
    """Each event with what it says."""
    import icalendar

    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        yield " | ".join(f"{name}={value.to_ical().decode()}" for name, value in sorted(event.items()))


def elements(data: bytes) -> Iterator[str]:
    """Each element with its attributes and words, in the page's order; the style, the script and their digests left out."""
    from lxml import html

    for element in html.document_fromstring(data.decode("utf-8")).iter(html.etree.Element):
        if element.tag in ("style", "script") or element.get("http-equiv"):
            continue
        held = " ".join(f'{name}="{value}"' for name, value in sorted(element.attrib.items()))
        words = " ".join("".join((element.text or "", "…", element.tail or "")).split())
        yield f"{element.tag} {held} {words}".rstrip(" …")


def without_program(page: bytes) -> bytes:
    """The page without its style and script, which stand in the package and are the same in each."""
    return re.sub(rb"(<(style|script)\b[^>]*>).*?(?=</\2>)", rb"\1", page, flags=re.S)


FILES: dict[str, Callable[[bytes], Iterator[str]]] = {
    "ledger.xlsx": cells,
    "assignments.docx": paragraphs,
    "calendar.ics": events,
    "page.html": elements,
}


def given(folder: Path, name: str) -> bytes:
    """What plancli writes for the sample, run in its folder so that no path of this machine gets in."""
    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / name
        command = ["view" if name.endswith(".html") else "parse", SOURCE, "--lang", "zh"]
        with contextlib.chdir(folder), contextlib.suppress(SystemExit):
            run([*command, "--quiet", "-o", str(path)])
        data = path.read_bytes()
        return without_program(data) if name.endswith(".html") else data


def main() -> int:
    os.environ["PLANCLI_IN_PROCESS"] = "1"
    write, differs = "--write" in sys.argv[1:], False
    for folder in sorted(path.parent for path in HERE.glob(f"*/{SOURCE}")):
        for name, read in FILES.items():
            held, data = folder / name, given(folder, name)
            old = list(read(held.read_bytes())) if held.exists() else []
            new = list(read(data))
            if old == new:
                continue
            differs = True
            if write:
                held.write_bytes(data)
                print(f"written: {held.relative_to(HERE.parent)}")
            else:
                print(
                    "\n".join(difflib.unified_diff(old, new, str(held.relative_to(HERE.parent)), "given", lineterm=""))
                )
    return int(differs and not write)


if __name__ == "__main__":
    sys.exit(main())
