"""The measure: write each bulletin in each format, parse it, compare; floors and the corpus's fingerprint."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .bulletins import load
from .describe import Bulletin
from .score import Score, compare
from .truth import truth
from .write_docx import write_docx
from .write_html import write_html
from .write_ofd import write_ofd
from .write_pdf import write_pdf
from .write_txt import write_txt
from .write_xlsx import write_xlsx

WRITERS: dict[str, Callable[[Bulletin], bytes]] = {
    "txt": write_txt,
    "docx": write_docx,
    "pdf": write_pdf,
    "html": write_html,
    "xlsx": write_xlsx,
    "ofd": write_ofd,
}
FLOORS = Path(__file__).with_name("floors.json")


def read_data(data: bytes) -> dict[str, Any]:
    """The bytes of a file → plancli's result as plain data."""
    import plancli

    return dict(plancli.parse(data).model_dump(mode="json"))


def measure(bulletin: Bulletin, kind: str) -> Score:
    """Write, parse and compare one bulletin in one format."""
    return compare(truth(bulletin), read_data(WRITERS[kind](bulletin)))


def fingerprint() -> str:
    """sha256 of all truth and all text dumps: a change of the corpus shows."""
    digest = hashlib.sha256()
    for bulletin in load():
        digest.update(json.dumps([bulletin.name, bulletin.group, truth(bulletin)], ensure_ascii=False).encode())
        digest.update(write_txt(bulletin))
    return digest.hexdigest()


def floors() -> dict[str, Any]:
    return dict(json.loads(FLOORS.read_text(encoding="utf-8")))
