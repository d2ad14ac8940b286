"""A picture of a PDF's page with the regions that were told on it, drawn by pdfplumber.

    python -m plancli.cli.page_picture PDF PAGE OUT.png < TOLD

It runs in a process of its own: one that has read a PDF with the stand-in font draws boxes for letters. It has the time and the memory of
any reading. TOLD is JSON: the password, the bytes of memory, and the regions, a list of [x0, y0, x1, y1, text] in points from the page's
top left.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..errors import OutputError, Timeout
from ..messages import Message
from .reading import reading

Marked = list[tuple[float, float, float, float, str]]
_COLOURS = [(200, 30, 30), (30, 90, 200), (20, 140, 60), (170, 90, 0), (130, 30, 160)]
_RESOLUTION = 110  # dots an inch


def draw_page(data: bytes, password: str | None, number: int, regions: Marked, target: Path) -> None:
    """Draw page `number` of a PDF with its regions to `target`. Raises `OutputError`, and `Timeout` where it takes longer than
    reading may."""
    with TemporaryDirectory() as folder:
        source = Path(folder, "page.pdf")
        source.write_bytes(data)
        command = [sys.executable, "-m", __name__, str(source), str(number), str(target)]
        said = json.dumps({"password": password or "", "memory": reading.memory, "regions": regions}).encode()
        limit = min(reading.seconds, threading.TIMEOUT_MAX)
        try:
            done = subprocess.run(command, input=said, capture_output=True, check=False, timeout=limit)
        except subprocess.TimeoutExpired:
            raise Timeout("the picture takes longer than {seconds:g} s", seconds=reading.seconds) from None
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip().splitlines()
        raise OutputError("the picture cannot be drawn: {said}", said=words[-1] if words else Message("no word why"))


def _draw(source: str, number: str, target: str, told: dict[str, Any]) -> None:
    from ..batch import memory

    memory.bound(told["memory"])
    import pdfplumber

    with pdfplumber.open(source, password=told["password"]) as document:
        page = document.pages[int(number) - 1]
        page = page.crop(page.cropbox, strict=False)
        left, top, *_ = page.bbox
        image = page.to_image(resolution=_RESOLUTION)
        for k, (x0, y0, x1, y1, text) in enumerate(told["regions"]):
            colour = _COLOURS[k % len(_COLOURS)]
            image.draw_rect((x0 + left, y0 + top, x1 + left, y1 + top), fill=(*colour, 24), stroke=colour)
            x, y = image._reproject((x0 + left, y0 + top))
            image.draw.text((x + 2, max(y - 11, 0)), text, fill=colour)
        image.save(target)


if __name__ == "__main__":
    _draw(sys.argv[1], sys.argv[2], sys.argv[3], json.load(sys.stdin))
