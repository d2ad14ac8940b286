"""Web pages saved as one file: the page's parts, and the style sheets beside it."""

from __future__ import annotations

import base64
import quopri

import pytest

from plancli.extract import extract
from plancli.model.settings import Settings
from plancli.model.source import Line

PAGE = "<html><head>{link}</head><body><div class='x'>手机版</div><p>一、修路。</p></body></html>"


def saved(link: str, sheet: str, kind: str = "text/css") -> bytes:
    parts = [("text/html", "https://example.org/a.html", PAGE.format(link=link)), (kind, "cid:s1@a", sheet)]
    body = "".join(f"--b\r\nContent-Type: {k}\r\nContent-Location: {a}\r\n\r\n{text}\r\n" for k, a, text in parts)
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    return (head + body + "--b--\r\n").encode()


@pytest.mark.parametrize(
    ("link", "hidden"),
    [
        ('<link rel="stylesheet" href="cid:s1@a">', True),
        ('<link rel="stylesheet" media="print" href="cid:s1@a">', False),
        ("", False),
    ],
)
def test_a_style_sheet_in_the_archive_says_what_is_hidden(link: str, hidden: bool) -> None:
    source = extract(saved(link, ".x{display:none}"), settings=Settings())
    lines = [block.text for block in source.blocks if isinstance(block, Line)]
    assert lines == ["一、修路。"] if hidden else lines == ["手机版", "一、修路。"]
    assert ("hidden-text" in {note[0] for note in source.notes}) is hidden


@pytest.mark.parametrize(
    "head",
    [
        'MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related; boundary="b"',
        'MIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary="b"',
        'From: <Saved by WebKit>\nSubject: =?utf-8?B?5LqU?=\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"',
        'Subject: a\nDate: Thu, 2 Jan 2025 10:00:00 +0800\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary="b"',
    ],
)
@pytest.mark.parametrize("code", ["base64", "quoted-printable", "8bit"])
def test_a_page_saved_by_any_program(head: str, code: str) -> None:
    page = PAGE.format(link="<meta charset=gb2312>").encode("gb18030")
    coded = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring, "8bit": bytes}[code](page)
    part = (
        f"Content-Location: file:///C:/a.htm\nContent-Transfer-Encoding: {code}\nContent-Type: text/html\n\n".encode()
    )
    data = head.encode() + b"\n\nThis is a single file.\n\n--b\n" + part + coded + b"\n--b--\n"
    source = extract(data.replace(b"\n", b"\r\n"), settings=Settings())
    assert [block.text for block in source.blocks if isinstance(block, Line)][-1] == "一、修路。"


def test_a_style_sheet_ends_in_itself() -> None:
    source = extract(saved('<link href="cid:s1@a">', ".y{}</style><p>二、造桥。</p>"), settings=Settings())
    assert all("造桥" not in block.text for block in source.blocks if isinstance(block, Line))
