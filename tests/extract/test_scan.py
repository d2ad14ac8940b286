"""Scans: pages of a sample as pictures, level or not; read by OCR where the extra is installed."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import pytest

import plancli
from plancli.errors import Corrupt, MissingExtra, NoTextLayer, Unsupported
from plancli.extract import extract, scan
from plancli.model.settings import Settings
from plancli.model.source import Line
from plancli.pace import paced

from .pdf.drawing import Sheet

PAGE = Path(__file__).parent / "scans" / "page.png"  # the second page of the sample notice-attachment, its table
SAMPLES = Path(__file__).parents[2] / "samples"
PNG = b"\x89PNG\r\n\x1a\n"
needed = pytest.mark.skipif(not scan.is_installed(), reason="the extra ocr is not installed")


def scanned(turn: int, angle: float, ending: str) -> bytes:
    """The page as a scanner gives it: turned, askew, grey, with noise."""
    import cv2
    import numpy as np

    picture: Any = cv2.imread(str(PAGE), cv2.IMREAD_GRAYSCALE)
    high, wide = picture.shape
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    picture = cv2.warpAffine(picture, matrix, (wide, high), borderValue=255)
    noise = np.random.default_rng(1).normal(0, 6, picture.shape)
    shade = np.linspace(20, 0, wide)[None, :]
    picture = np.clip(picture - shade + noise, 0, 255).astype(np.uint8)
    return bytes(cv2.imencode(ending, np.ascontiguousarray(np.rot90(picture, turn)))[1])


def pdf_of_pictures() -> bytes:
    """A PDF of one page, which is a picture."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    sheet = Sheet()
    sheet.canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, sheet.width, sheet.height)
    return sheet.data()


@needed
@pytest.mark.parametrize(("turn", "angle", "ending"), [(0, 1.2, ".png"), (1, -0.6, ".jpg")])
def test_a_picture_of_a_page_with_a_table(turn: int, angle: float, ending: str) -> None:
    sample = plancli.parse(SAMPLES / "notice-attachment" / "source.txt")
    wanted = {task.title for plan in sample.plans for task in plan.tasks}
    got = {task.title for plan in plancli.parse(scanned(turn, angle, ending)).plans for task in plan.tasks}
    assert len(got) >= 5
    assert len(wanted & got) >= 0.8 * len(got), got - wanted


@needed
def test_a_scanned_page_among_pages_of_text() -> None:
    from reportlab.lib.utils import ImageReader

    sheet = Sheet()
    sheet.text(90, 700, "云岭县粮食局2024年工作要点")
    sheet.text(90, 660, "1.备足仓容。6月底前完成。（责任单位：仓储股）")
    sheet.page()
    sheet.canvas.drawImage(ImageReader(str(PAGE)), 0, 0, sheet.width, sheet.height)
    data = sheet.data()
    bulletin = plancli.parse(data)
    assert bulletin.plans[0].tasks[0].title == "备足仓容"
    assert sum(len(plan.tasks) for plan in bulletin.plans) >= 6
    assert ("page-by-ocr", 2) in {(told.code, told.location and told.location.page) for told in bulletin.diagnostics}
    assert "rapidocr" in str(bulletin.source.extractor)
    assert "page-without-text" in {code for code, _, _ in extract(data, settings=Settings(ocr="never")).notes}


@needed
def test_a_blank_picture_has_no_text() -> None:
    import cv2
    import numpy as np

    blank = bytes(cv2.imencode(".png", np.full((400, 300), 255, np.uint8))[1])
    with pytest.raises(NoTextLayer):
        extract(blank, settings=Settings())


@needed
@pytest.mark.parametrize("data", [PNG + bytes(200), b"\xff\xd8\xff\xe0" + bytes(50), b"II*\x00" + bytes(60)])
def test_pictures_that_are_none(data: bytes) -> None:
    with pytest.raises(Corrupt):
        extract(data, settings=Settings())


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "is_installed", lambda: False)
    for data, what in ((PNG, "picture"), (pdf_of_pictures(), "picture without text")):
        with pytest.raises(MissingExtra, match=rf"{what}.*OCR is not installed") as caught:
            extract(data, settings=Settings())
        assert "plancli[ocr]" in caught.value.remedy
    with pytest.raises(MissingExtra, match="OCR"):
        extract(PNG, settings=Settings(ocr="always"))
    with pytest.raises(Unsupported):
        extract(PNG, settings=Settings(ocr="never"))


class StandIn:
    """In place of the engine: one line a page, which the grey of its lower half tells; the first pages take longest."""

    def __init__(self, pages: int) -> None:
        self.pages = pages
        self.threads: set[int] = set()
        self.most = self._now = 0
        self._turn = threading.Lock()

    def __call__(self, grey: Any, threads: int) -> list[Any]:
        from plancli.extract.scan.reader import OcrWords

        wide = grey.shape[1]
        number = round(int((grey[:60] < 128).sum(axis=1).max()) / wide * 10)
        with self._turn:
            self._now += 1
            self.most = max(self.most, self._now)
            self.threads.add(threads)
        time.sleep(0.05 * (self.pages - number + 1))
        with self._turn:
            self._now -= 1
        return [OcrWords(f"第{number}页写着的一行文字", (100, 900, 900, 940), 0.9)]

    @staticmethod
    def file(pages: int) -> bytes:
        """A picture of so many pages; on page n, n tenths of the uppermost line are black."""
        import cv2
        import numpy as np

        sheets = [np.full((1500, 1000), 255, np.uint8) for _ in range(pages)]
        for number, sheet in enumerate(sheets, 1):
            sheet[20:26, : 100 * number] = 0
            sheet[905:935, 100:900] = 0
        return bytes(cv2.imencodemulti(".tiff", sheets)[1])


@needed
@pytest.mark.parametrize(("at_once", "most", "threads"), [(1, 1, 1), (2, 2, 1), (4, 4, 1), (8, 4, 2), (12, 4, 3)])
def test_pages_are_read_at_once_and_stand_in_order(
    monkeypatch: pytest.MonkeyPatch, at_once: int, most: int, threads: int
) -> None:
    engine = StandIn(6)
    monkeypatch.setattr("plancli.extract.scan.reader.words_of", engine)
    told: list[tuple[int, int]] = []
    with paced(at_once, lambda done, of: told.append((done, of))):
        source = extract(StandIn.file(6), settings=Settings())
    lines = [block.text for block in source.blocks if isinstance(block, Line)]
    assert lines == [f"第{number}页写着的一行文字" for number in range(1, 7)]
    assert [block.page for block in source.blocks] == [1, 2, 3, 4, 5, 6]
    assert told == [(done, 6) for done in range(1, 7)]
    assert (engine.most, engine.threads) == (most, {threads})
