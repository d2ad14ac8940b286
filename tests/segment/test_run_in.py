"""Titles of items that a page sets in bold type, or before a wide blank, on the line of their text."""

from __future__ import annotations

import io

import docx
import pytest

import plancli

HEAD = "青岚县2027年渡口安全检查工作方案"
ITEMS = [
    ("一、自查阶段", "各渡口所对船舶逐艘登记，4月20日前上报台账。"),
    ("二、抽查阶段", "县航运站会同海事所登船检查，抽查不少于30艘。"),
    ("三、总结阶段", "县交通运输局汇总情况，6月10日前通报。"),
]
STOPPED = [
    ("一、摸清底数。", "各渡口所对船舶逐艘登记。"),
    ("二、抽查船舶", "县航运站会同海事所登船检查。"),
    ("三、通报情况。", "县交通运输局6月10日前通报。"),
]
STRESSED = [
    ("一、全县渡口", "的船舶逐艘登记，4月20日前完成。"),
    ("二、登船检查", "，由县航运站实施。"),
    ("三、6月10日前", "通报情况。"),
]
ONCE = [("一、重点", "渡口逐个登记。"), ("二、登船检查，县航运站实施。", ""), ("三、通报情况，县交通运输局汇总。", "")]


def _page(items: list[tuple[str, str]]) -> bytes:
    lines = "".join(f"<p><strong>{front}</strong>{rest}</p>" for front, rest in items)
    return f"<html><meta charset='utf-8'><body><h1>{HEAD}</h1>{lines}</body></html>".encode()


def _word(items: list[tuple[str, str]]) -> bytes:
    document = docx.Document()
    document.add_paragraph(HEAD).alignment = 1
    for front, rest in items:
        paragraph = document.add_paragraph()
        paragraph.add_run(front[:2]).bold = True
        paragraph.add_run(front[2:]).bold = True
        paragraph.add_run(rest)
    stored = io.BytesIO()
    document.save(stored)
    return stored.getvalue()


def _text(items: list[tuple[str, str]]) -> bytes:
    return "\n".join([HEAD, "", *(f"{front}\u3000\u3000{rest}" for front, rest in items)]).encode()


def _titles(made: bytes) -> list[tuple[str, str]]:
    (plan,) = plancli.parse(made).plans
    return [(task.title, task.text) for task in plan.tasks]


@pytest.mark.parametrize("make", [_page, _word, _text])
def test_a_title_that_runs_on_into_its_text_is_told_by_its_look(make):
    assert _titles(make(ITEMS)) == [(front[2:], rest) for front, rest in ITEMS]


@pytest.mark.parametrize("make", [_page, _word])
def test_titles_beside_it_may_have_a_stop(make):
    assert _titles(make(STOPPED)) == [(front[2:].rstrip("。"), rest) for front, rest in STOPPED]


@pytest.mark.parametrize("make", [_page, _word])
@pytest.mark.parametrize("items", [STRESSED, ONCE])
def test_words_that_somebody_stresses_are_no_titles(make, items):
    assert _titles(make(items))[0][0].startswith((items[0][0] + items[0][1])[2:8])
