"""Over every sample, in every kind of file: each task and each of its values is marked on the left."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plancli.clean import clean
from plancli.export.page import told
from plancli.export.page.told import Original, ShownPassage, ShownTable
from plancli.extract import extract
from plancli.model.settings import Settings
from plancli.pipeline import parse_bytes
from plancli.query.occurrences import due_days

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*/source.*"))


def marked(page: Any) -> set[tuple[int, str]]:
    runs = []
    for item in page.documents[0].items:
        runs += item.runs if isinstance(item, ShownPassage) else ()
        runs += (run for row in item.rows for cell in row for run in cell.runs) if isinstance(item, ShownTable) else ()
    return {(task, value) for run in runs for task in run.tasks for value in {"", run.value}}


@pytest.mark.parametrize("own", [True, False], ids=["the file", "the fields"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}{path.suffix}")
def test_all_is_marked(sample: Path, own: bool) -> None:
    data, settings = sample.read_bytes(), Settings()
    source = clean(extract(data, settings=settings), settings=settings) if own else None
    bulletin = parse_bytes(data, name=sample.name)
    page = told([bulletin], [Original(source)], due_days)
    found = marked(page)
    assert {card.index for card in page.cards} <= {task for task, _ in found}
    if own:
        assert {(card.index, value.id) for card in page.cards for value in card.values} <= found
