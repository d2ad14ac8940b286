"""On any text: no error, names stand where their spans say, a cell's names are made of its own characters."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancli.annotate.attach import scopes
from plancli.annotate.departments.cells import first_leads, read_cell
from plancli.annotate.departments.reader import read_prose

PIECES = st.sampled_from(
    [
        *"、，,；;。：:（）()【】[]\n 　/—*①1.",
        *(
            "牵头",
            "负责",
            "责任单位",
            "配合部门",
            "责任人",
            "由",
            "会同",
            "等部门",
            "和",
            "各镇街",
            "完成时限",
            "6月底前",
        ),
        *("教育局", "综合科", "教师", "学院", "办公", "室", "何静", "周明远", "——", "按职责分工", "推进工作"),
    ]
)
TEXTS = st.lists(PIECES, max_size=24).map("".join)


@settings(derandomize=True, max_examples=400, deadline=None)
@given(st.one_of(TEXTS, st.text(max_size=60)))
def test_prose(text: str) -> None:
    readings = read_prose(text)
    for reading in readings:
        assert 0 <= reading.start < reading.end <= len(text)
        assert reading.value
        for entry in reading.value:
            assert reading.start <= entry.start < entry.end <= reading.end
            assert "".join(text[entry.start : entry.end].split()) == entry.name
    assert all(a.end <= b.start for a, b in pairwise(readings))
    for scope in scopes(text, readings):
        assert scope is None or 0 <= scope[0] < scope[1] <= len(text)


@settings(derandomize=True, max_examples=400, deadline=None)
@given(st.one_of(TEXTS, st.text(max_size=60)), st.booleans())
def test_cell(text: str, persons: bool) -> None:
    for entry in read_cell(text, persons=persons, known=("综合科", "教师学院")):
        assert "".join(entry.name.split()) in "".join(text.split())
        assert entry.role in ("lead", "support", "responsible")


@pytest.mark.parametrize(
    "note",
    [
        "注：责任单位中列第一位的为牵头单位。",
        "排在第一位的为牵头部门",
        "第一个为牵头单位",
        "责任单位第一家为牵头单位",
        "牵头单位排在首位",
        "第一责任单位为牵头单位",
        "排名第一的为牵头单位",
        "首位为主责单位",
    ],
)
def test_notes_that_name_the_first(note: str) -> None:
    assert first_leads(note)


@pytest.mark.parametrize(
    "text", ["党组书记是第一责任人", "第一季度由办公室牵头", "首要任务是牵头抓总", "第一批任务由综合科牵头"]
)
def test_texts_that_do_not(text: str) -> None:
    assert not first_leads(text)


def test_no_cache_of_a_shared_folder_is_read_or_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from plancli.annotate.departments import wrapped_cells

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "jieba.cache").write_bytes(b"not ours")
    tokenizer = wrapped_cells._cutter.__wrapped__()
    assert tokenizer.lcut("教育局办公室", HMM=False) == ["教育局", "办公室"]
    assert [file.name for file in tmp_path.iterdir()] == ["jieba.cache"]
    assert (tmp_path / "jieba.cache").read_bytes() == b"not ours"
