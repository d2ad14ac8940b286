"""The kind of a file is told by its content; any bytes give a source or an error that people can act on."""

from __future__ import annotations

import io
import zipfile

import pytest
from bench.growth_writers import compound
from hypothesis import given, settings
from hypothesis import strategies as st

from plancli import __version__
from plancli.errors import (
    Corrupt,
    Empty,
    Encrypted,
    InputError,
    MissingExtra,
    PlancliError,
    SeveralBulletins,
    TooLarge,
    Unsupported,
)
from plancli.extract import extract
from plancli.extract.sniff import sniff
from plancli.model.settings import Limits, Settings
from plancli.model.source import ReaderAttempt, Source

from .docx_building import abstract, build, level, num, numbered, p, tbl, tc, tr

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def package(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return buffer.getvalue()


def office(folder: str) -> bytes:
    return package(**{"[Content_Types]_dot_xml": b"<Types/>", f"{folder}__main_dot_xml": b"<a/>"})


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(100)


@pytest.mark.parametrize(("outer", "inner"), [("Workbook", "WordDocument"), ("WordDocument", "Workbook")])
def test_what_is_embedded_in_an_old_document_is_not_the_document(outer: str, inner: str) -> None:
    data = compound({outer: b"", "Embedded": f"{inner}\0".encode("utf-16-le")})
    assert sniff(data) == sniff(compound({outer: b""})) != sniff(compound({inner: b""}))


WORD_2003 = b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>'


@pytest.mark.parametrize(
    ("data", "error", "what", "remedy"),
    [
        (b"", Empty, "no bytes", ""),
        (stream("Workbook"), Corrupt, "workbook", "save it again"),
        (stream("PowerPoint Document"), Unsupported, ".ppt", "convert-to pdf"),
        (stream("EncryptedPackage"), Encrypted, "password", "Remove the password"),
        (OLE, Unsupported, "unknown kind", "DOCX"),
        (office("xl"), Corrupt, "main", "save it again"),
        (package(**{"[Content_Types]_dot_xml": b"", "xl__workbook_dot_bin": b""}), Unsupported, ".xlsb", "convert-to xlsx"),
        (office("ppt"), Unsupported, ".pptx", "convert-to pdf"),
        (package(OFD_dot_xml=b"<a/>"), Corrupt, "OFD", "again"),
        (package(mimetype=b"application/vnd.oasis.opendocument.text"), Corrupt, "content.xml", "again"),
        (package(mimetype=b"application/epub+zip"), Unsupported, "EPUB", "PDF"),
        (package(a_dot_txt=b"a"), SeveralBulletins, "zip", "parse_all"),
        (b"PK\x03\x04" + bytes(40), Corrupt, "cut short", "again"),
        (b"{\\rtf1\\ansi", Corrupt, "cut short", "again"),
        (WORD_2003, Unsupported, "LibreOffice", "libreoffice-writer"),
        (b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>', Corrupt, "no parts", "again"),
        (b"From: a@b\r\nSubject: x\r\n\r\ny", SeveralBulletins, "mail", "parse_all"),
        (b"\x89PNG\r\n\x1a\n", MissingExtra, "PNG", "OCR"),
        (b"\xff\xd8\xff\xe0", MissingExtra, "JPEG", "OCR"),
        (b"GIF89a", MissingExtra, "GIF", "OCR"),
        (b"II*\x00", MissingExtra, "TIFF", "OCR"),
        (b"RIFF\x00\x00\x00\x00WEBP", MissingExtra, "WebP", "OCR"),
        (b"BM\x06\x00\x00\x00", MissingExtra, "BMP", "OCR"),
        (b"Rar!\x1a\x07\x00", Unsupported, "RAR", "Unpack"),
        (b"7z\xbc\xaf\x27\x1c", Unsupported, "7z", "Unpack"),
        (b"\x1f\x8b\x08", Unsupported, "gzip", "Unpack"),
        (b"\x7fELF\x02", Unsupported, "program", "Save"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_its_remedy(
    data: bytes, error: type[PlancliError], what: str, remedy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plancli.extract.office.program", lambda: None)
    with pytest.raises(error) as caught:
        extract(data, settings=Settings())
    assert what in caught.value.what and remedy in caught.value.remedy


@pytest.mark.parametrize(
    "data",
    [
        "\ufeff <!DOCTYPE html><html><p>甲".encode(),
        '<?xml version="1.0"?>\n<!-- a --><html><p>甲'.encode(),
        '<%@ page language="java" %>\n<!--#include file="top.inc"-->\n<html><p>甲'.encode(),
        "<html><p>甲".encode("utf-16"),
        "<div><p>甲</p><p>乙</p></div>".encode(),
        "甲".join(["<table>", "<tr><td>", "</td></tr>", "</table>"]).encode("gb18030"),
        f"<!--{'x' * 9000}--><HTML><BODY>甲".encode(),
        b'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html\r\nContent-Location: http://a/\r\n\r\n<p>1\r\n--b--\r\n",
    ],
)
def test_web_pages(data: bytes) -> None:
    assert extract(data, settings=Settings()).attempts[-1].extractor in ("html", "mhtml")


@pytest.mark.parametrize("text", ["<甲>乙", "1 < 2", "<p>一个标签", "From: 甲\n一、工作", "标题：甲\n日期：乙\n"])
def test_text_with_signs_of_mark_up_is_text(text: str) -> None:
    assert extract(text.encode(), settings=Settings()).media_type == "text/plain"


def test_a_file_over_the_limit() -> None:
    with pytest.raises(TooLarge, match="11 bytes"):
        extract(b"01234567890", settings=Settings(limits=Limits(file_bytes=10)))


def test_the_attempts_are_kept() -> None:
    assert extract(build(p("甲")), settings=Settings()).attempts == [
        ReaderAttempt("docx", "ok", f"plancli {__version__}")
    ]
    assert extract("甲".encode(), settings=Settings()).attempts == [
        ReaderAttempt("text", "utf-8", f"plancli {__version__}")
    ]


def test_the_next_extractor_is_tried_and_the_first_attempt_kept() -> None:
    source = extract("文件头 %PDF-1.4 的说明".encode(), settings=Settings())
    assert source.media_type == "text/plain"
    assert [attempt.extractor for attempt in source.attempts] == ["pdf", "text"]
    assert source.attempts[0].outcome.startswith("corrupt: ")


def test_the_first_failure_is_told() -> None:
    with pytest.raises(Corrupt):
        extract(b"\x01\x02\x03" * 20 + b"%PDF-1.4" + bytes(range(256)), settings=Settings())


def outcome(data: bytes) -> Source | InputError:
    try:
        return extract(data, settings=Settings())
    except InputError as error:
        return error


HEADS = [
    b"",
    b"PK\x03\x04",
    b"PK\x03\x04PK\x01\x02[Content_Types].xmlword/",
    OLE,
    b"{\\rtf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xff\xfe\x00\x00",
    b"<?xml",
]


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.sampled_from(HEADS), st.binary(max_size=300))
def test_any_bytes_give_a_source_or_an_input_error(head: bytes, rest: bytes) -> None:
    result = outcome(head + rest)
    assert str(result) if isinstance(result, InputError) else result.blocks


SAMPLE = build(
    numbered("总则", 1)
    + tbl(tr(tc("序号"), tc("任务", '<w:vMerge w:val="restart"/>')), tr(tc("1"), tc("", "<w:vMerge/>"))),
    numbering=abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0),
    styles='<w:style w:type="paragraph" w:default="1" w:styleId="a"/>',
)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(
    st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(1, 255)), min_size=1, max_size=4),
    st.integers(0, len(SAMPLE)),
)
def test_a_damaged_package_gives_a_source_or_an_input_error(flips: list[tuple[int, int]], end: int) -> None:
    data = bytearray(SAMPLE)
    for at, mask in flips:
        data[at] ^= mask
    assert outcome(bytes(data)) is not None
    assert outcome(bytes(data[:end])) is not None


NAMES = [
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "sdt",
    "sdtContent",
    "ins",
    "del",
    "moveFrom",
    "pPr",
    "rPr",
    "tcPr",
    "trPr",
    "numPr",
    "numId",
    "ilvl",
    "gridSpan",
    "vMerge",
    "hMerge",
    "gridBefore",
    "br",
    "tab",
    "sym",
    "fldChar",
    "instrText",
    "hyperlink",
    "txbxContent",
    "drawing",
    "pict",
    "pStyle",
    "rStyle",
    "vanish",
    "outlineLvl",
    "sz",
    "b",
    "jc",
    "ruby",
    "rubyBase",
    "lastRenderedPageBreak",
]
VALUES = [
    "",
    "0",
    "1",
    "2",
    "-3",
    "x",
    "99999999999",
    "continue",
    "restart",
    "begin",
    "separate",
    "end",
    "page",
    "F0FC",
    "甲",
]


def element(name: str, value: str, attribute: str, children: list[str]) -> str:
    return f'<w:{name} w:{attribute}="{value}">{"".join(children)}</w:{name}>'


MARKUP = st.recursive(
    st.sampled_from(["<w:t>甲</w:t>", "", "<w:r><w:t> 乙 </w:t></w:r>", "<w:p><w:r><w:t>丙</w:t></w:r></w:p>"]),
    lambda inner: st.builds(
        element,
        st.sampled_from(NAMES),
        st.sampled_from(VALUES),
        st.sampled_from(["val", "type", "fldCharType", "char", "font"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(MARKUP)
def test_any_markup_gives_rows_of_equal_length(markup: str) -> None:
    source = extract(build(p("首") + markup), settings=Settings())
    assert source.blocks
    for block in source.blocks:
        if rows := getattr(block, "rows", None):
            assert len({len(row) for row in rows}) == 1
            assert all(cell.row <= r and cell.column <= c for r, row in enumerate(rows) for c, cell in enumerate(row))


def test_a_document_whose_parts_stand_in_one_file() -> None:
    numbering = abstract(1, level(0, "chineseCounting", "%1、")) + num(1, 1)
    packed = build(numbered("甲", 1) + p("乙"), numbering=numbering)
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    flat = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{text.partition("?>")[2] if text.startswith("<?") else text}</pkg:xmlData></pkg:part>'
        for name, text in parts.items()
    )
    picture = '<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>iVBORw==</pkg:binaryData></pkg:part>'
    whole = (
        f'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{flat}{picture}</pkg:package>'
    )
    source = extract(
        f'<?xml version="1.0"?><?mso-application progid="Word.Document"?>{whole}'.encode(), settings=Settings()
    )
    assert source.blocks == extract(packed, settings=Settings()).blocks
    assert source.attempts[-1].extractor == "flat-opc"
