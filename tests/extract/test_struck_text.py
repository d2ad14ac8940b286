"""Words that are struck out hold no longer: they are no text in any kind of file, and are said."""

from __future__ import annotations

import pytest

import plancli
from tests.extract import docx_building as docx
from tests.extract.test_spreadsheets import package

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


def odt(properties: str, *, based: bool = False) -> bytes:
    """A paragraph whose second span has a style that says this, or is based on one that does."""
    before, gone, behind = WORDS
    spaces = ("office", "table", "text", "style")
    names = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in spaces)
    said = f"<style:text-properties {properties}/>"
    content = (
        f"<office:document-content{names}><office:automatic-styles>"
        f'<style:style style:name="B" style:family="text">{said}</style:style>'
        f'<style:style style:name="T1" style:family="text" style:parent-style-name="B">{"" if based else said}</style:style>'
        "</office:automatic-styles><office:body><office:text>"
        f'<text:p>{before}<text:span text:style-name="T1">{gone}</text:span>{behind}</text:p>'
        "</office:text></office:body></office:document-content>"
    )
    return package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


STRUCK = {
    "html s": "<p>{}<s>{}</s>{}</p>".format(*WORDS).encode(),
    "html strike": "<p>{}<strike>{}</strike>{}</p>".format(*WORDS).encode(),
    "html style": '<p>{}<span style="text-decoration: line-through">{}</span>{}</p>'.format(*WORDS).encode(),
    "html class": "<style>.gone{{text-decoration:line-through}}</style><p>{}<span class=gone>{}</span>{}</p>".format(
        *WORDS
    ).encode(),
    "html rule": "<style>p .gone{{text-decoration-line:line-through}}</style><p>{}<b class=gone>{}</b>{}</p>".format(
        *WORDS
    ).encode(),
    "docx": word("<w:strike/>"),
    "docx twice": word('<w:dstrike w:val="true"/>'),
    "rtf": rtf(r"\strike", r"\strike0"),
    "rtf twice": rtf(r"{\striked1", "}"),
    "odt": odt('style:text-line-through-style="solid"'),
    "odt twice": odt('style:text-line-through-type="double"', based=True),
    "odt not shown": odt('text:display="none"'),
    "markdown": "# 要点\n{}~~{}~~{}\n".format(*WORDS).encode(),
}
KEPT = {
    "html": '<p>{}<span style="text-decoration: underline">{}</span>{}</p>'.format(*WORDS).encode(),
    "docx": word('<w:strike w:val="0"/>'),
    "rtf": rtf(r"\strike0", ""),
    "odt": odt('style:text-line-through-style="none"', based=True),
}


def months(data: bytes) -> tuple[list[str], bool]:
    if data.startswith((b"<p>", b"<style>")):
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
