"""The text under a value's boxes is the value, as another reader of PDF (pdfplumber) sees the page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pdfplumber
import pytest

import plancli
from plancli.language.script import bare, simplify
from plancli.model.bulletin import Box, Section, Task

from .bulletins import load
from .measure import WRITERS

BULLETINS = {bulletin.name: bulletin for bulletin in load() if bulletin.group in ("sample", "dev", "held", "late")}
UNREAD = "·•"  # pdfplumber drops them from fonts of CJK collections, and what stands behind them drifts


class Character(NamedTuple):
    """A character of a page, its middle."""

    x: float
    y: float
    text: str


def characters(data: bytes) -> list[list[Character]]:
    """The characters of each page; those that are drawn twice, for boldness, once."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [
            [
                Character((one["x0"] + one["x1"]) / 2, (one["top"] + one["bottom"]) / 2, one["text"])
                for one in page.dedupe_chars(tolerance=2).chars
            ]
            for page in document.pages
        ]


def under(pages: list[list[Character]], boxes: tuple[Box, ...]) -> str:
    """What stands under the boxes, in their order."""
    found = ""
    for page, x0, y0, x1, y1 in boxes:
        inside = [one for one in pages[page - 1] if x0 <= one.x <= x1 and y0 <= one.y <= y1]
        found += "".join(one.text for one in sorted(inside))
    return bare(simplify(found))


def words(text: str) -> str:
    """Without the stops and brackets that are cut between fields."""
    return re.sub("[。；;，,、：:（）(). ]", "", bare(text))


def values(task: Task) -> Iterator[tuple[Any, str]]:
    """The values of a task, each with its words."""
    yield from ((one, one.name) for one in (*task.departments, *task.leaders))
    yield from ((one, one.raw) for one in task.time_nodes)


@pytest.mark.parametrize("name", BULLETINS)
def test_the_text_under_a_box_is_the_value(name: str) -> None:
    data = WRITERS["pdf"](BULLETINS[name])
    pages = characters(data)
    for plan in plancli.parse(data).plans:
        nouns: tuple[Section | Task, ...] = (*plan.sections, *plan.tasks)
        for noun in nouns:
            boxes = noun.location.boxes
            assert boxes, noun
            if any(mark in noun.title + noun.text for mark in UNREAD):
                continue
            assert words(under(pages, boxes)) == words(noun.label + noun.title + noun.text)
            for value, said in values(noun) if isinstance(noun, Task) else ():
                assert value.boxes, value
                assert under(pages, value.boxes) == bare(said)


@pytest.mark.parametrize("kind", [kind for kind in WRITERS if kind not in ("pdf", "ofd")])
def test_a_file_without_pages_has_no_boxes(kind: str) -> None:
    for plan in plancli.parse(WRITERS[kind](BULLETINS["task-table"])).plans:
        for task in plan.tasks:
            assert [task.location.boxes, *(value.boxes for value, _ in values(task))] == [None] * (
                1 + len(list(values(task)))
            )
