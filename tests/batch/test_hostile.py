"""Files that are locked, broken, huge or hostile: each has its error code, in `batch` and in `parse` alike."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from plancli.batch import supervise
from plancli.batch.job import Job, Outcome, ResultShape, perform
from plancli.batch.supervise import supervised
from plancli.batch.worker_handle import Guards
from plancli.errors import InputError
from plancli.model.settings import Limits, Settings
from plancli.pipeline import parse_bytes

from . import documents
from .documents import W, package
from .runs import lines, run

SMALL = Limits(
    file_bytes=4_000_000, text_bytes=200_000, pages=20, zip_entries=30, unpacked_bytes=3_000_000, zip_ratio=100,
    xml_depth=60, table_cells=400, page_images=50,
)  # fmt: skip


def table(rows: int, columns: int) -> bytes:
    row = b"<w:tr>" + b"<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>" * columns + b"</w:tr>"
    return package(b"<w:document " + W + b"><w:body><w:tbl>" + row * rows + b"</w:tbl></w:body></w:document>")


def external_entity() -> bytes:
    head = b'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return package(head + b"<w:document " + W + b"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>")


def liar() -> bytes:
    """A package whose directory says that its text is small."""
    data = bytearray(documents.zip_bomb())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    return bytes(data).replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def pictures(number: int) -> bytes:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    pixel = b"P6 1 1 255 \xff\x00\x00"
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    image = ImageReader(io.BytesIO(pixel))
    for at in range(number):
        canvas.drawImage(image, at % 500, at // 500, 1, 1)
    canvas.drawString(70, 700, "one page")
    canvas.save()
    return out.getvalue()


def random_bytes() -> bytes:
    return random.Random(1).randbytes(5000)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.pdf": (lambda: b"", "empty"),
    "blank.txt": (lambda: b" \n\t\n", "empty"),
    "zeros.txt": (lambda: bytes(5000), "corrupt"),
    "noise.bin": (random_bytes, "unsupported"),
    "locked.pdf": (lambda: documents.pdf(1, ("geheim", "owner")), "encrypted"),
    "large.txt": (lambda: documents.txt(2024, 5000), "too-large"),
    "larger.pdf": (lambda: documents.pdf() + bytes(4_000_000), "too-large"),
    "pages.pdf": (lambda: documents.pdf(21), "too-large"),
    "pictures.pdf": (lambda: pictures(51), "too-large"),
    "cells.docx": (lambda: table(21, 20), "too-large"),
    "deep.docx": (documents.deep, "too-large"),
    "entries.docx": (lambda: package(b"<x/>", **{f"word/m{n}.xml": b"" for n in range(40)}), "too-large"),
    "bomb.docx": (documents.zip_bomb, "zip-bomb"),
    "liar.docx": (liar, "corrupt"),
    "entities.docx": (documents.entity_bomb, "corrupt"),
    "external.docx": (external_entity, "corrupt"),
    "cut.docx": (lambda: documents.docx()[:-200], "corrupt"),
    "head.pdf": (lambda: b"%PDF-1.7\n", "corrupt"),
    "web.html": (lambda: b"<!DOCTYPE html><html></html>", "empty"),
}
GOOD = {
    "owner.pdf": lambda: documents.pdf(1, ("", "owner")),
    "twenty.pdf": lambda: documents.pdf(20),
    "fifty.pdf": lambda: pictures(50),
    "plain.docx": documents.docx,
    "table.docx": lambda: table(20, 20),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str | None]]:
    work = tmp_path_factory.mktemp("hostile")
    (work / "in").mkdir()
    for name, make in {**{name: make for name, (make, _) in HOSTILE.items()}, **GOOD}.items():
        (work / "in" / name).write_bytes(make())
    guards = Guards(seconds=30, memory=600 << 20)
    run(work / "in", work / "out", workers=True, jobs=2, settings=Settings(limits=SMALL), guards=guards)
    return {line["path"]: (line["status"], line["error"]) for line in lines(work / "out")}


@pytest.mark.parametrize("name", HOSTILE)
def test_batch_says_what_is_wrong(told: dict[str, tuple[str, str | None]], name: str) -> None:
    code = HOSTILE[name][1]
    assert told[name] == ("skipped" if code == "unsupported" else "failed", code)


@pytest.mark.parametrize("name", GOOD)
def test_batch_reads_what_is_just_within(told: dict[str, tuple[str, str | None]], name: str) -> None:
    assert told[name] == ("ok", None)


@pytest.mark.parametrize("name", HOSTILE)
def test_parse_says_the_same(name: str) -> None:
    make, code = HOSTILE[name]
    with pytest.raises(InputError) as raised:
        parse_bytes(make(), name=name, settings=Settings(limits=SMALL))
    assert raised.value.code == code
    assert raised.value.remedy


def test_a_password_opens_what_is_locked() -> None:
    locked = documents.pdf(1, ("geheim", "owner"))
    assert parse_bytes(locked, name="x", settings=Settings(password="geheim")).plans[0].tasks
    with pytest.raises(InputError, match="encrypted"):
        parse_bytes(locked, name="x", settings=Settings(password="wrong"))


def test_a_pdf_of_five_thousand_pages() -> None:
    outcome = perform(Job("x", documents.pdf(5000), Settings(), ResultShape()))
    assert (outcome.status, outcome.tasks) == ("ok", 3)


def test_a_text_of_a_hundred_megabytes() -> None:
    data = documents.txt(2024, 1000) * 1300
    assert len(data) > 100_000_000
    assert perform(Job("x", data, Settings(), ResultShape())).error == "too-large"
    wide = Settings(limits=Limits(text_bytes=len(data)))
    try:
        outcome = supervised(Job("x", data, wide, ResultShape()), Guards(seconds=3, memory=1 << 30))
    finally:
        supervise.stop()
    assert outcome.error in ("timeout", "out-of-memory")


def damaged(data: bytes, seed: int) -> bytes:
    """Cut short, bits turned, a piece doubled or gone."""
    chance = random.Random(seed)
    at = chance.randrange(len(data))
    if seed % 4 == 0:
        return data[:at]
    if seed % 4 == 1:
        return data[:at] + data[at + chance.randrange(400) :]
    if seed % 4 == 2:
        return data[:at] + data[max(at - 200, 0) : at] + data[at:]
    turned = bytearray(data)
    for _ in range(chance.choice((1, 8, 64))):
        turned[chance.randrange(len(turned))] ^= 1 << chance.randrange(8)
    return bytes(turned)


@pytest.mark.parametrize("kind", ["txt", "docx", "pdf"])
def test_damage_gives_a_result_or_an_error_of_the_file(kind: str, tmp_path: Path) -> None:
    data = {"txt": documents.txt(), "docx": documents.docx(), "pdf": documents.pdf(3)}[kind]
    for seed in range(120):
        outcome: Outcome = perform(Job("x", damaged(data, seed), Settings(limits=SMALL), ResultShape()))
        assert outcome.error in {
            None,
            "empty",
            "unsupported",
            "corrupt",
            "encrypted",
            "garbled-text",
            "no-text-layer",
        }, f"seed {seed}: {outcome.trace}"
        assert outcome.error is None or outcome.remedy
