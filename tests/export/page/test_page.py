"""The page to check by: what it is told, its structure, and that whatever a document says stays text."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
from lxml import html

from plancli.annotate.diagnostics import CODES, UNSEEN
from plancli.clean import clean
from plancli.export.page import render, told
from plancli.export.page.labels import _CODES_ZH, _WORDS, PageWords
from plancli.export.page.told import (
    Frame,
    Original,
    PageSheet,
    ShownLeftOut,
    ShownPassage,
    ShownPicture,
    ShownRun,
    ShownTable,
)
from plancli.extract import extract
from plancli.model.bulletin import Bulletin, Diagnostic, SourceFile
from plancli.model.settings import Settings
from plancli.pipeline import parse_bytes
from plancli.query.occurrences import due_days
from plancli.segment.ledger import REASONS

from ...docs.markdown import codes, section, tables, whole
from ...docs.test_readme_facts import DIAGNOSTICS
from ..bulletins import bulletin

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{7*7}}"

TEXT = """云岭区2025年民生工作要点

一、民生实事
1.推进养老服务站建设。3月完成摸底；12月底前全面建成。（区民政局牵头，区财政局、各镇街配合）
3.整理台账。2月30日前完成。（区教育局负责）

—1—
"""


def page_of(text: str, **changes: Any) -> Any:
    data = text.encode()
    settings = Settings()
    source = clean(extract(data, settings=settings), settings=settings)
    return told([parse_bytes(data, name="要点.txt").model_copy(update=changes)], [Original(source)], due_days)


def dom(page: Any, language: str = "zh") -> Any:
    return html.document_fromstring(render(page, language).decode())  # type: ignore[arg-type]


def runs(page: Any) -> Iterator[ShownRun]:
    for document in page.documents:
        for item in document.items:
            if isinstance(item, ShownPassage):
                yield from item.runs
            elif isinstance(item, ShownTable):
                yield from (run for row in item.rows for cell in row for run in cell.runs)


def marked(page: Any) -> set[tuple[str, str, tuple[int, ...]]]:
    return {(run.kind or "", run.text, run.tasks) for run in runs(page) if run.kind}


def test_words_of_a_text_are_marked_and_what_was_left_out_has_its_reason() -> None:
    page = page_of(TEXT)
    found = marked(page)
    assert ("time", "3月", (0,)) in found and ("time", "12月底前", (0,)) in found
    assert ("department", "区民政局", (0,)) in found and ("department", "各镇街", (0,)) in found
    assert ("department", "区教育局", (1,)) in found
    assert [(run.text, run.reason) for run in runs(page) if run.reason] == [("—1—", "page-number")]
    assert "".join(run.text for run in runs(page)).startswith("云岭区2025年民生工作要点一、民生实事1.推进")


def test_words_said_twice_are_marked_where_the_task_stands() -> None:
    """Two tasks with the same words: each is found at its own place."""
    line = "{}.整理台账。3月完成。（区教育局负责）"
    page = page_of("\n".join(["云岭区2025年工作要点", line.format(1), line.format(2), line.format(3)]))
    assert [run.tasks for run in runs(page) if run.text == "区教育局"] == [(0,), (1,), (2,)]


TABLE = (
    "<table>"
    + "".join(
        f"<tr>{row}</tr>"
        for row in (
            "<th>类别</th><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th>",
            "<td rowspan=2>民生</td><td>1</td><td>建设食堂</td><td rowspan=2>区教育局</td><td>6月底</td>",
            "<td>2</td><td>建设食堂</td><td>9月</td>",
        )
    )
    + "</table>"
)


def test_a_merged_cell_is_of_all_its_tasks() -> None:
    page = page_of(f"<html><body><h1>云岭区2025年重点任务表</h1>{TABLE}</body></html>")
    found = marked(page)
    assert ("department", "区教育局", (0, 1)) in found
    assert ("time", "6月底", (0,)) in found and ("time", "9月", (1,)) in found
    assert [run.tasks for run in runs(page) if run.text == "建设食堂"] == [(0,), (1,)]
    (grid,) = [item for item in page.documents[0].items if isinstance(item, ShownTable)]
    assert [[cell.rowspan for cell in row] for row in grid.rows] == [[1] * 5, [2, 1, 1, 2, 1], [1] * 3]


def test_without_the_file_the_fields_stand_on_the_left() -> None:
    page = told([bulletin()], [Original(absent="not-found")], due_days)
    assert ("time", "3月", (0,)) in marked(page)
    text = [one.text for one in dom(page).iter("p") if "note" in one.get("class", "")]
    assert "原文件不在结果所记的位置，左边是识别出的文字。" in text


def test_frames_stand_on_their_page_and_those_of_a_turned_page_do_not() -> None:
    pictures = {number: ShownPicture(400, 300, "image/webp", b"RIFF") for number in (1, 2)}
    page = told([bulletin()], [Original(pictures=pictures)], due_days)
    sheets = [item for item in page.documents[0].items if isinstance(item, PageSheet)]
    assert [sheet.number for sheet in sheets] == [1, 2]
    assert Frame(70.5, 90.0, 48.0, 12.0, 0, "department", "d0") in sheets[1].frames
    narrow = {2: ShownPicture(100, 300, "image/webp", b"RIFF")}
    held = told([bulletin()], [Original(pictures=narrow)], due_days).documents[0].items
    assert [item.frames for item in held if isinstance(item, PageSheet)] == [()]


def test_pages_that_were_not_drawn_are_text() -> None:
    pictures = {1: ShownPicture(400, 300, "image/webp", b"RIFF")}
    page = told([bulletin()], [Original(pictures=pictures)], due_days)
    assert ("time", "3月", (0,)) in marked(page)


def test_left_out_text_without_a_place_is_shown_behind_the_text() -> None:
    out = Diagnostic(code="watermark", severity="info", message="left out: a watermark", text="内部资料")
    page = page_of(TEXT, diagnostics=(out,))
    assert ShownLeftOut("watermark", "内部资料") in page.documents[0].items
    assert page.left_out == (ShownLeftOut("watermark", "内部资料"),)


def test_doubts_come_first_and_know_their_value() -> None:
    tree = dom(page_of(TEXT))
    cards = tree.xpath("//*[@id='cards']/li")
    assert [card.get("data-t") for card in cards] == ["1", "0"]
    assert "doubtful" in cards[0].get("class") and "2月30日" in cards[0].text_content()


def test_timeline_and_bodies_by_month() -> None:
    page = page_of(TEXT)
    (line,) = page.timelines
    assert line.months[0] == "2025-01" and len(line.months) == 12
    assert [(bar.kind, bar.words) for bar in line.lanes[0].bars] == [("period", "3月"), ("deadline", "12月底前")]
    assert line.lanes[0].bars[1].end == 1000
    rows = dict(page.heat.rows)
    assert page.heat.months == ("2025-03", "2025-12") and rows["民政局"] == (1, 1)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_policy_names_the_style_and_the_script_alone(language: str) -> None:
    tree = dom(page_of(TEXT), language)
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = tree.xpath("//style/text()")
    script, *rest = tree.xpath("//script[not(@type)]/text()")
    assert not rest
    for kind, text in (("style", style), ("script", script)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy
    assert not tree.xpath("//*[@style] | //*[@src] | //link | //iframe | //@*[starts-with(name(), 'on')]")
    assert tree.get("lang") == {"zh": "zh-CN", "en": "en"}[language]


def evil() -> Bulletin:
    """A bulletin each of whose words tries to be more than text."""
    whole = bulletin()
    first = whole.plans[0].tasks[0]
    first = first.model_copy(
        update={
            "title": EVIL,
            "text": EVIL,
            "number": EVIL,
            "label": EVIL,
            "remarks": EVIL,
            "section_path": (EVIL,),
            "extra": {EVIL: EVIL},
            "departments": tuple(one.model_copy(update={"name": EVIL, "key": EVIL}) for one in first.departments),
            "leaders": tuple(one.model_copy(update={"name": EVIL}) for one in first.leaders),
            "time_nodes": tuple(one.model_copy(update={"raw": EVIL, "span": None}) for one in first.time_nodes),
            "location": first.location.model_copy(update={"sheet": EVIL, "cell": "B7"}),
        }
    )
    plan = whole.plans[0].model_copy(update={"title": EVIL, "tasks": (first,)})
    out = Diagnostic(code="total", severity="warning", message=EVIL, text=EVIL)
    doubt = Diagnostic(code=EVIL, severity="warning", message=EVIL, task="p1.t1")
    source = SourceFile(path=f"{EVIL}.pdf", sha256="0" * 64, media_type="text/plain", bytes=1)
    return whole.model_copy(update={"source": source, "plans": (plan,), "diagnostics": (out, doubt)})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whatever_a_document_says_stays_text(language: str) -> None:
    page = told([evil(), evil()], [Original(), Original(pictures={2: ShownPicture(1, 1, "image/webp", b"")})], due_days)
    tree = dom(page, language)
    assert len(tree.xpath("//script")) == 2 and not tree.xpath("//img")
    assert not tree.xpath("//@onerror")
    assert tree.findtext(".//title") == EVIL and tree.findtext(".//h1") == EVIL
    assert EVIL in tree.xpath("//h2[@class='path']")[0].text_content()
    (data,) = tree.xpath("//script[@type='application/json']/text()")
    assert json.loads(data)["tasks"][0]["departments"][0][0] == EVIL
    assert tree.xpath("//select[@name='department']/option/@value")[1] == EVIL


def test_an_unpaired_surrogate_does_no_harm() -> None:
    source = bulletin().source.model_copy(update={"path": "a\udcff.txt"})
    assert b"a?.txt" in render(told([bulletin(source=source)], [Original()], due_days), "en")


@pytest.mark.parametrize("count", [0, 2])
def test_any_number_of_bulletins(count: int) -> None:
    page = told([bulletin()] * count, [Original()] * count, due_days)
    assert [card.index for card in page.cards] == list(range(2 * count))
    assert len(dom(page).xpath("//li[contains(@class, 'card')]")) == 2 * count


def test_a_bulletin_without_tasks() -> None:
    page = told([bulletin(plans=(), diagnostics=())], [Original()], due_days)
    assert "没有找到任务。" in dom(page).text_content() and page.heat.rows == ()


@pytest.mark.parametrize("message", ["The calendar has no such day: 6月31日前.", "日历上没有这一天：6月31日前"])
def test_a_doubt_is_said_whole_in_whichever_language_its_message_is(message: str) -> None:
    assert PageWords("zh").code("invalid-date", message) == "日历上没有这一天：6月31日前"


def test_every_word_and_every_code_is_there_in_chinese() -> None:
    named = {code for row in tables(section(whole("README.zh.md"), DIAGNOSTICS))[0] for code in codes(row[0])}
    assert set(REASONS) | UNSEEN | set(CODES) | named <= set(_CODES_ZH)
    assert all(zh and en for zh, en in _WORDS.values())
    assert PageWords("zh").code("new-code", "said so") == "said so" and PageWords("en").code("new-code") == "new code"


def test_the_same_bulletins_give_the_same_bytes() -> None:
    assert render(page_of(TEXT), "zh") == render(page_of(TEXT), "zh")
