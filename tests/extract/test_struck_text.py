"""Words that are struck out hold no longer: they are no text in any kind of file, and are said."""

from __future__ import annotations

import pytest

import plancli
from tests.extract import docx_building as docx

WORDS = ("1.修缮古井。", "3月", "5月底前完成。")


def escaped(text: str) -> str:
    return "".join(
        char if char.isascii() else f"\\u{ord(char) - (65536 if ord(char) > 32767 else 0)}?" for char in text
    )


def word(properties: str) -> bytes:
    before, struck, behind = (docx.text(words) for words in WORDS)
    return docx.build(docx.p(docx.run(before) + docx.run(struck, properties) + docx.run(behind)))


def rtf(on: str, off: str) -> bytes:
    before, struck, behind = map(escaped, WORDS)
    return rf"{{\rtf1\ansi\pard {before}{on} {struck}{off} {behind}\par}}".encode("ascii")


STRUCK = {
    "html s": "<p>{}<s>{}</s>{}</p>".format(*WORDS).encode(),
    "html strike": "<p>{}<strike>{}</strike>{}</p>".format(*WORDS).encode(),
    "html style": '<p>{}<span style="text-decoration: line-through">{}</span>{}</p>'.format(*WORDS).encode(),
    "docx": word("<w:strike/>"),
    "docx twice": word('<w:dstrike w:val="true"/>'),
    "rtf": rtf(r"\strike", r"\strike0"),
    "rtf twice": rtf(r"{\striked1", "}"),
    "markdown": "# 要点\n{}~~{}~~{}\n".format(*WORDS).encode(),
}
KEPT = {
    "html": '<p>{}<span style="text-decoration: underline">{}</span>{}</p>'.format(*WORDS).encode(),
    "docx": word('<w:strike w:val="0"/>'),
    "rtf": rtf(r"\strike0", ""),
}


def months(data: bytes) -> tuple[list[str], bool]:
    if data.startswith(b"<p>"):
        data = b"<html><body>" + data + "<p>2.补种行道树。</p></body></html>".encode()
    bulletin = plancli.parse(data, year=2025)
    times = [node.raw[:2] for plan in bulletin.plans for task in plan.tasks for node in task.time_nodes]
    return times, "hidden-text" in [told.code for told in bulletin.diagnostics]


@pytest.mark.parametrize("kind", STRUCK)
def test_words_struck_out_are_no_text(kind: str) -> None:
    assert months(STRUCK[kind]) == (["5月"], True)


@pytest.mark.parametrize("kind", KEPT)
def test_other_words_are(kind: str) -> None:
    assert months(KEPT[kind]) == (["3月", "5月"], False)
