"""Documents that LibreOffice wrote of the samples (DOC, RTF, ODT) say what the samples say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plancli
from plancli.errors import Corrupt, Encrypted, InputError, TooLarge, Unsupported
from plancli.extract import chain, extract, office
from plancli.model.settings import Limits, Settings
from plancli.model.source import Source

HERE = Path(__file__).parent / "documents"
SAMPLES = Path(__file__).parents[3] / "samples"
FILES = sorted(path.name for path in HERE.iterdir())


def told(data: bytes) -> Any:
    """What a bulletin says, without where."""

    def without(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: without(each) for key, each in value.items() if key not in ("location", "boxes")}
        return [without(each) for each in value] if isinstance(value, list) else value

    bulletin = plancli.parse(data).model_dump(mode="json")
    return without([bulletin["notice"], bulletin["plans"]])


@pytest.mark.parametrize("name", FILES)
def test_the_same_as_the_sample(name: str) -> None:
    sample = SAMPLES / name.rpartition(".")[0] / "source.docx"
    assert told((HERE / name).read_bytes()) == told(sample.read_bytes())


def test_the_reader_is_named() -> None:
    told = {name: str(plancli.parse(HERE / name).source.extractor) for name in FILES}
    assert all(name.rpartition(".")[2] in said for name, said in told.items())


def test_the_text_boxes_of_an_old_document_stand_behind_their_paragraphs() -> None:
    [plan] = plancli.parse(HERE.parent / "text-boxes.doc").plans
    assert [task.title for task in plan.tasks] == ["备足仓容", "规范收购", "守住底线", "轮换储备粮"]
    assert [body.name for task in plan.tasks for body in task.departments] == ["收购股", "收购股", "监督股", "储备股"]


DOC = (HERE / "task-table.doc").read_bytes()


def field(data: bytes, offset: int, value: int) -> bytes:
    """The document with two bytes of its information block set."""
    block = data.find(b"\xec\xa5")
    changed = bytearray(data)
    changed[block + offset : block + offset + 2] = value.to_bytes(2, "little")
    return bytes(changed)


def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: None)


def test_a_locked_document() -> None:
    flags = int.from_bytes(DOC[DOC.find(b"\xec\xa5") + 10 :][:2], "little")
    with pytest.raises(Encrypted):
        extract(field(DOC, 10, flags | 0x100), settings=Settings())


def test_a_document_of_word_95_takes_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    no_office(monkeypatch)
    with pytest.raises(Unsupported) as caught:
        extract(field(DOC, 2, 104), settings=Settings())
    assert "LibreOffice" in caught.value.remedy


def test_a_document_that_the_reader_cannot_open_is_given_to_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    def read(data: bytes, *, settings: Settings) -> Source:
        asked.append(data)
        return Source([], "x")

    load = chain._load
    monkeypatch.setattr(chain, "_load", lambda name: read if name == "libreoffice" else load(name))
    source = extract(field(DOC, 2, 104), settings=Settings())
    assert asked and [attempt.extractor for attempt in source.attempts] == ["doc", "libreoffice"]


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")
def test_libreoffice_converts() -> None:
    source = office.extract_by_libreoffice((HERE / "outline-roles.rtf").read_bytes(), settings=Settings())
    assert any("安澜区" in getattr(block, "text", "") for block in source.blocks)


def test_too_many_cells() -> None:
    for name in ("task-table.doc", "quarter-matrix.rtf", "quarter-matrix.odt"):
        with pytest.raises(TooLarge):
            extract((HERE / name).read_bytes(), settings=Settings(limits=Limits(table_cells=10)))


@pytest.mark.parametrize("name", FILES)
def test_documents_that_were_cut_short(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    no_office(monkeypatch)
    data = (HERE / name).read_bytes()
    for size in (600, len(data) // 3):
        try:
            assert extract(data[:size], settings=Settings()).blocks
        except InputError as error:
            assert isinstance(error, Corrupt | Unsupported)


DAMAGED = st.tuples(
    st.sampled_from(["task-table.doc", "quarter-matrix.rtf", "quarter-matrix.odt"]),
    st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(1, 255)), min_size=1, max_size=8),
)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(DAMAGED)
def test_damaged_documents_give_blocks_or_an_input_error(case: tuple[str, list[tuple[int, int]]]) -> None:
    name, flips = case
    damaged = bytearray((HERE / name).read_bytes())
    for at, mask in flips:
        damaged[at % len(damaged)] ^= mask
    kept = office.program
    office.program = lambda: None  # type: ignore[assignment]
    try:
        assert extract(bytes(damaged), settings=Settings()).blocks
    except InputError:
        pass
    finally:
        office.program = kept


def rtf(
    body: str,
    head: str = r"\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fcharset0 Times;}}",
) -> list[str]:
    escaped = re.sub(r"[^\x00-\x7f]+", lambda match: "".join(f"\\'{byte:02x}" for byte in match[0].encode("gbk")), body)
    found = []
    for block in extract(f"{{\\rtf1{head}{escaped}}}".encode(), settings=Settings()).blocks:
        if hasattr(block, "rows"):
            found += ["|".join("/".join(line.text for line in cell.lines) for cell in row) for row in block.rows]
        else:
            found.append(block.text)
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"一、总体\par 二、任务\par", ["一、总体", "二、任务"]),
        (r"\u19968?\u12289?总体\par", ["一、总体"]),
        (r"\uc0\u19968\u12289 总体\par", ["一、总体"]),
        (r"{\f1 一、总体}\par", ["一、总体"]),  # a Latin font over the document's code page
        (r"{\listtext\f1 1.\tab}检修\par{\pntext 2、}清点\par", ["1.检修", "2、清点"]),
        (r"{\listtext \u8226?\tab}检修\par", ["检修"]),
        (r"甲{\v 乙}{\*\bkmkstart a}{\*\unknown 丙}丁\par", ["甲丁"]),
        (r"{\field{\*\fldinst HYPERLINK http://a}{\fldrslt 甲}}乙\par", ["甲乙"]),
        (r"{\header 眉}{\footer 脚}甲{\footnote 注}\par", ["甲"]),
        (r"甲\line 乙\par", ["甲", "乙"]),
        (r"{\*\shpinst{\sp{\sn x}{\sv 1}}}{\object{\*\objdata 00}{\result 丙}}甲\par", ["甲"]),
        (r"\trowd\cellx900\cellx1800\intbl 甲\cell 乙\cell\row\pard 丙\par", ["甲|乙", "丙"]),
        (r"\trowd\clvmgf\cellx900\cellx1800\intbl 甲\cell 乙\cell\row\trowd\clvmrg\cellx900\cellx1800\intbl\cell 丙\cell\row\pard", ["甲|乙", "甲|丙"]),
        (r"\trowd\cellx1800\intbl 甲\cell\row\trowd\cellx900\cellx1800\intbl 乙\cell 丙\cell\row\pard", ["甲|甲", "乙|丙"]),
        (r"\trowd\clmgf\cellx900\clmrg\cellx1800\intbl 甲\cell\cell\row\pard", ["甲|甲"]),
        (r"\trowd\cellx900\intbl 甲\par 乙\cell\row\pard", ["甲/乙"]),
        (r"\bin4 }}}}甲\par", ["甲"]),
    ],
)  # fmt: skip
def test_rtf_by_hand(body: str, expected: list[str]) -> None:
    assert rtf(body) == expected


def test_rtf_in_groups_too_deep() -> None:
    with pytest.raises(TooLarge):
        extract(rb"{\rtf1" + b"{" * 5000, settings=Settings())
