"""Pictures of the pages of a PDF or of a scan, small enough for a page that holds hundreds of them.

    python -m plancli.cli.pictures SOURCE FOLDER MEMORY < PASSWORD

It runs in a process of its own: one that has read a PDF with the stand-in font draws boxes for letters. FOLDER gets a file
a page (1.webp …) and pages.json, a list of [number, width, height] in points. MEMORY are the bytes that it may hold.
"""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from .reading import reading

if TYPE_CHECKING:
    from ..export.page.told import ShownPicture

_BUDGET = 20 << 20  # bytes of all pictures of a file
_MOST = 110 << 10  # bytes of a page's picture
_DPI = 110
_LONGEST = 2400  # pixels of a side
# How a page is kept, the sharpest first: (part of the size, shades; 0 for a photograph, quality)
_WAYS = ((1.0, 16, 0), (1.0, 0, 50), (0.75, 0, 40), (0.55, 0, 35), (0.4, 0, 30), (0.25, 0, 20))
_A4 = (595.0, 842.0)  # points; the size of a picture that does not say its own
_SECONDS = (300, 5)  # for a file, and for each megabyte of it


def pictures(data: bytes, password: str | None) -> dict[int, ShownPicture]:
    """The pages of a PDF or a picture file by their numbers; none where they cannot be drawn."""
    from ..export.page.told import ShownPicture

    with TemporaryDirectory() as folder:
        source = Path(folder, "source")
        source.write_bytes(data)
        command = [sys.executable, "-m", __name__, str(source), folder, str(reading.memory)]
        limit = _SECONDS[0] + _SECONDS[1] * len(data) / (1 << 20)
        with contextlib.suppress(subprocess.TimeoutExpired):  # what was drawn until then is shown
            subprocess.run(command, input=(password or "").encode(), capture_output=True, check=False, timeout=limit)
        found = {}
        for line in _lines(Path(folder, "pages.json")):
            number, width, height = line
            found[number] = ShownPicture(width, height, "image/webp", Path(folder, f"{number}.webp").read_bytes())
        return found


def _lines(file: Path) -> Iterator[Any]:
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        try:
            yield json.loads(line)
        except ValueError:
            return  # cut off


def _draw(source: str, folder: str, password: str) -> None:
    """Draws page after page; what there is room for is shared among the pages to come."""
    data = Path(source).read_bytes()
    spent, way = 0, 0
    with Path(folder, "pages.json").open("w") as told:
        pages = _of_pdf(source, password) if b"%PDF-" in data[:1024] else _of_picture(source)
        for number, count, (width, height), render in pages:
            kept, way = _kept(render(), min(_MOST, (_BUDGET - spent) // (count - number + 1)), way)
            spent += len(kept)
            if spent > _BUDGET:
                return
            Path(folder, f"{number}.webp").write_bytes(kept)
            print(json.dumps([number, width, height]), file=told, flush=True)


Pages = Iterator[tuple[int, int, tuple[float, float], Callable[[], Any]]]


def _of_pdf(source: str, password: str) -> Pages:
    import pdfplumber

    with pdfplumber.open(source, password=password) as document:
        count = len(document.pages)
        for number, page in enumerate(document.pages, 1):
            shown = page.crop(page.cropbox, strict=False)
            left, top, right, bottom = (float(edge) for edge in shown.bbox)
            dpi = min(_DPI, _LONGEST * 72 / max(right - left, bottom - top, 1))

            def render(shown: Any = shown, dpi: float = dpi) -> Any:
                return shown.to_image(resolution=dpi).original.convert("RGB")

            yield number, count, (round(right - left, 2), round(bottom - top, 2)), render
            page.close()


def _of_picture(source: str) -> Pages:
    from PIL import Image, ImageSequence

    with Image.open(source) as held:
        count = getattr(held, "n_frames", 1)
        for number, frame in enumerate(ImageSequence.Iterator(held), 1):
            width = _A4[0] if frame.height >= frame.width else _A4[1]
            size = (width, round(width * frame.height / frame.width, 2))
            wanted = tuple(max(1, round(edge * _DPI / 72)) for edge in size)

            def render(frame: Any = frame, wanted: Any = wanted) -> Any:
                frame.draft("RGB", wanted)
                return frame.convert("RGB").resize(wanted)

            yield number, count, size, render


def _kept(image: Any, most: int, first: int) -> tuple[bytes, int]:
    """A picture as WebP in the sharpest way, from the `first` on, that is small enough, else in the smallest; and the way to
    begin with on the next page: pages of a file are alike."""
    data = b""
    for way in range(first, len(_WAYS)):
        part, shades, quality = _WAYS[way]
        size = tuple(max(1, round(edge * part)) for edge in image.size)
        held = image if part == 1.0 else image.resize(size)
        out = io.BytesIO()
        if shades:
            held = held.convert("L" if _is_grey(held) else "RGB").quantize(shades).convert("RGB")
            held.save(out, "WEBP", lossless=True, quality=30, method=2)
        else:
            held.save(out, "WEBP", quality=quality, method=2)
        data = out.getvalue()
        if len(data) <= most:
            return data, max(0, way - 1) if len(data) * 3 < most else way
    return data, len(_WAYS) - 1


def _is_grey(image: Any) -> bool:
    pixels = image.resize((64, 64)).tobytes()
    return all(max(pixels[k : k + 3]) - min(pixels[k : k + 3]) < 24 for k in range(0, len(pixels), 3))


if __name__ == "__main__":
    from ..batch import memory

    memory.bound(int(sys.argv[3]))
    _draw(sys.argv[1], sys.argv[2], sys.stdin.read())
