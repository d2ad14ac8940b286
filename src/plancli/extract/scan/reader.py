"""The words of a picture by rapidocr (PP-OCR models on onnxruntime, which lie in the package: nothing is fetched)."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

from ...errors import MissingExtra
from .picture import Grey

_SIDE = 1280  # pixels of the picture in which text is looked for


@dataclass(frozen=True, slots=True)
class OcrWords:
    """A line of text with its box in pixels (left, top, right, bottom), and how sure it is, from 0 to 1."""

    text: str
    box: tuple[int, int, int, int]
    score: float

    @property
    def stands(self) -> bool:
        """Whether the line runs upright, as on a page that lies on its side."""
        left, top, right, bottom = self.box
        return len(self.text) > 2 and bottom - top > 1.5 * (right - left)


_turn = Lock()  # held while an engine is made


@cache
def _engine(threads: int) -> Any:
    try:
        from rapidocr import RapidOCR
    except ImportError as error:
        raise MissingExtra("it takes OCR to read this file", "Run: pip install 'plancli[ocr]'") from error
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(
        params={
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "Global.max_side_len": 8000,
            "Global.log_level": "error",
            "Det.limit_side_len": _SIDE,
            "Det.limit_type": "max",
            "Global.text_score": 0.3,
        }
    )


def words_of(grey: Grey, threads: int) -> list[OcrWords]:
    """The lines of text in a level picture, in no order; so many threads work on it. Several pictures may be read at once."""
    import cv2

    with _turn:
        engine = _engine(threads)
    result = engine(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), use_cls=False)
    if result is None or result.txts is None:
        return []
    found = []
    for text, score, box in zip(result.txts, result.scores, result.boxes, strict=True):
        xs, ys = [point[0] for point in box], [point[1] for point in box]
        found.append(
            OcrWords(str(text), (int(min(xs)), int(min(ys)), int(max(xs)) + 1, int(max(ys)) + 1), float(score))
        )
    return found
