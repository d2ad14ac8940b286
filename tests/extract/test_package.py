"""The guards of a DOCX package: bombs, depth, document types, broken and odd zips."""

from __future__ import annotations

import io
import zipfile

import pytest

from plancli.errors import Corrupt, Encrypted, InputError, TooLarge, ZipBomb
from plancli.extract import extract
from plancli.extract.docx.styles import without_table_styles
from plancli.extract.package import Package
from plancli.model.settings import Limits, Settings
from plancli.model.source import Line

from .docx_building import build, p, root, tbl, tc, tr


def repack(data: bytes, **changes: bytes | None) -> bytes:
    """The package with parts replaced (None: dropped); `__` stands for a slash and `_dot_` for a dot."""
    named = {name.replace("__", "/").replace("_dot_", "."): content for name, content in changes.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *named}:
            content = named[name] if name in named else old.read(name)
            if content is not None:
                new.writestr(name, content)
    return buffer.getvalue()


def failure(data: bytes, **limits: int) -> InputError:
    with pytest.raises(InputError) as caught:
        extract(data, settings=Settings(limits=Limits(**limits)))
    return caught.value


def test_a_part_that_unpacks_beyond_the_ratio() -> None:
    data = build(p("甲") + " " * 3_000_000)
    assert isinstance(failure(data), ZipBomb)
    assert extract(data, settings=Settings(limits=Limits(zip_ratio=100_000))).blocks


def test_the_size_is_counted_while_inflating_not_as_declared() -> None:
    data = build(p("甲" * 10_000))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        size = package.getinfo("word/document.xml").file_size
    assert isinstance(failure(data, unpacked_bytes=size), ZipBomb)
    lying = data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert isinstance(failure(lying, unpacked_bytes=size), Corrupt)


def test_parts_that_are_never_unpacked_count_by_what_they_declare() -> None:
    assert isinstance(failure(build(p("甲"), extra={"word/media/a.bin": bytes(120 << 20)})), ZipBomb)
    assert extract(build(p("甲"), extra={"word/media/a.bmp": bytes(5 << 20)}), settings=Settings()).blocks


def test_too_many_entries() -> None:
    data = build(p("甲"), extra={f"word/media/{number}.png": b"" for number in range(50)})
    assert isinstance(failure(data, zip_entries=40), TooLarge)


def test_xml_that_nests_too_deep() -> None:
    deep = p("甲")
    for _ in range(90):
        deep = f"<w:sdt><w:sdtContent>{deep}</w:sdtContent></w:sdt>"
    assert extract(build(deep), settings=Settings()).blocks
    assert isinstance(failure(build(deep), xml_depth=100), TooLarge)
    assert isinstance(failure(build("<w:sdt>" * 5000 + "</w:sdt>" * 5000)), TooLarge)


def test_tables_as_deep_as_allowed() -> None:
    deep = p("甲")
    for _ in range(60):
        deep = tbl(tr(tc(deep + p("乙"))))
    assert extract(build(deep), settings=Settings()).blocks


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused(encoding: str) -> None:
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w:document [<!ENTITY a "甲甲">]>' + root(
        "document", f"<w:body>{p('甲')}</w:body>"
    ).partition("?>")[2].replace("甲", "&a;")
    error = failure(repack(build(p("甲")), word__document_dot_xml=bomb.encode(encoding)))
    assert isinstance(error, Corrupt) and "document type" in str(error)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<w:document",
        b"\x00" * 40,
        b"<a/>",
        root("document", "").encode(),
        root("styles", "<w:body/>").encode(),
        None,
    ],
)
def test_a_broken_main_part(content: bytes | None) -> None:
    assert isinstance(failure(repack(build(p("甲")), word__document_dot_xml=content)), Corrupt)


def test_a_package_cut_short_or_with_flipped_bits() -> None:
    data = build(p("甲" * 500))
    assert isinstance(failure(data[: len(data) // 2]), Corrupt)
    assert isinstance(failure(data[:-30]), Corrupt)
    broken = bytearray(data)
    broken[80] ^= 0xFF
    assert isinstance(failure(bytes(broken)), Corrupt)


def test_an_entry_with_a_password() -> None:
    data = bytearray(build(p("甲")))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    assert isinstance(failure(bytes(data)), Encrypted)


def test_the_main_part_is_found_by_its_relationship_or_by_its_place() -> None:
    plain = build(p("甲"))
    assert Package(repack(plain, _rels___dot_rels=None), Limits()).document == "word/document.xml"
    with zipfile.ZipFile(io.BytesIO(plain)) as package:
        document, relations = package.read("word/document.xml"), package.read("_rels/.rels")
    moved = repack(
        plain,
        word__document_dot_xml=None,
        main__plan_dot_xml=document,
        _rels___dot_rels=relations.replace(b'"word/document.xml"', b'"/main/plan.xml"'),
    )
    (line,) = extract(moved, settings=Settings()).blocks
    assert isinstance(line, Line) and line.text == "甲"


def test_odd_part_names() -> None:
    with zipfile.ZipFile(io.BytesIO(build(p("甲")))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(name.replace("word/d", "Word\\D"), content)
    assert len(extract(buffer.getvalue(), settings=Settings()).blocks) == 1


def test_table_styles_are_cut_out_before_the_part_is_parsed() -> None:
    def style(kind: str, name: str) -> bytes:
        return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'.encode()

    kept = b"<w:styles>" + style("paragraph", "a") + style("character", "b") + b"</w:styles>"
    with_tables = (
        b"<w:styles>" + style("paragraph", "a") + style("table", "t") + style("character", "b") + style("table", "u")
    )
    assert without_table_styles(with_tables + b"</w:styles>") == kept
    assert without_table_styles(kept) == kept
    assert (
        without_table_styles(b'<w:styles><w:style w:type="table"/></w:styles>')
        == b'<w:styles><w:style w:type="table"/></w:styles>'
    )
