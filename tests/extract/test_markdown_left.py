"""Marks of Markdown that a conversion has left standing in the words of a Word file or a web page."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
import pytest

import plancli

LINES = [
    "关于印发《云岭县2026年河湖管护方案》的通知",
    "# 关于印发《云岭县2026年河湖管护方案》的通知",
    "**发布日期**: 2026-02-12\n**发布机构**: 云岭县水务局\n**原文链接**: [http://yunling.example/12.html](http://yunling.example/12.html)\n**检索时间**: 2026-03-01",
    "---",
    "云水〔2026〕9号",
    "各镇人民政府：",
    "现将《云岭县2026年河湖管护方案》印发给你们，请认真落实。",
    "云岭县水务局",
    "2026年2月11日",
    "**云岭县2026年河湖管护方案（试行****）**",
    "为管好河湖，制定本方案。",
    "**一、主要任务**",
    "**1.巡河护河。**每月巡河一次，记录存档。（责任单位：县水务局）",
    "**2.清理河岸。**5月底前清理河岸20公里。（责任单位：各镇人民政府）",
]


def word_file(lines: list[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def web_page(lines: list[str]) -> bytes:
    return (
        "<html><body>" + "".join(f"<p>{line}</p>".replace("\n", "<br>") for line in lines) + "</body></html>"
    ).encode()


@pytest.mark.parametrize("write", [word_file, web_page])
def test_marks_are_no_words(write: Callable[[list[str]], bytes]) -> None:
    bulletin = plancli.parse(write(LINES))
    (plan,) = bulletin.plans
    assert bulletin.notice is not None
    assert (plan.title, bulletin.notice.title) == ("云岭县2026年河湖管护方案（试行）", LINES[0])
    assert (bulletin.notice.addressee, bulletin.notice.issuer, str(bulletin.notice.issued_on)) == (
        "各镇人民政府",
        "云岭县水务局",
        "2026-02-11",
    )
    assert bulletin.notice.text == LINES[6]
    assert [(task.title, task.departments[0].name) for task in plan.tasks] == [
        ("巡河护河", "县水务局"),
        ("清理河岸", "各镇人民政府"),
    ]
    assert bulletin.coverage.lost == 0


def test_names_that_are_masked_stay() -> None:
    lines = [
        "云岭县2026年包联方案",
        "1.包联东河村，6月底前完成。（责任人：张**）",
        "2.包联西河村，6月底前完成。（责任人：李**）",
    ]
    (plan,) = plancli.parse(word_file(lines)).plans
    assert [leader.name for task in plan.tasks for leader in task.leaders] == ["张**", "李**"]


def test_one_line_with_a_number_sign_is_a_line() -> None:
    lines = ["云岭县2026年检修方案", "# 1机组检修安排", "1.检修叶片，6月底前完成。", "2.检修闸门，7月底前完成。"]
    assert "#1机组" in plancli.parse(word_file(lines)).model_dump_json()


def test_what_a_text_escapes_is_words() -> None:
    lines = [
        "云岭县2026年检修方案",
        r"\# 1机组",
        r"\# 2机组",
        "**一、任务**",
        "1. 检修叶片，6月底前完成。",
        "2. 检修闸门，7月底前完成。",
    ]
    (plan,) = plancli.parse("\n\n".join(lines).encode()).plans
    assert (plan.preamble, [section.title for section in plan.sections]) == ("#1机组\n#2机组", ["任务"])
