"""What a document shows is read, or a note names it with its paragraph; wherever it stands."""

from __future__ import annotations

import io
import zipfile

import pytest

from plancli.extract.docx import extract_docx
from plancli.extract.docx.imported import lines_and_cells
from plancli.model.settings import Settings
from plancli.model.source import Line, Source, Table

from .docx_building import build

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_O = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
WORDS = "河堤加固"
RUN = f"<w:r><w:t>{WORDS}</w:t></w:r>"
BOX = f"<w:pict><v:textbox><w:txbxContent><w:p>{RUN}</w:p></w:txbxContent></v:textbox></w:pict>"


def r(inner: str, properties: str = "") -> str:
    return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}{inner}</w:r>"


def form(data: str) -> str:
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar>'
    code = "<w:instrText> FORMDROPDOWN </w:instrText>"
    return r(begin) + r(code) + r('<w:fldChar w:fldCharType="separate"/>') + r('<w:fldChar w:fldCharType="end"/>')


def shape(inner: str) -> str:
    graphic = f"<a:graphic {_A}><a:graphicData>{inner}</a:graphicData></a:graphic>"
    return r(f"<w:drawing><wp:inline {_WP}>{graphic}</wp:inline></w:drawing>")


def picture(width: float, height: float, *, behind: bool = False) -> str:
    extent = f'<wp:extent cx="{width * 12700:.0f}" cy="{height * 12700:.0f}"/>'
    blip = f"<a:graphic {_A}><a:graphicData><a:blip/></a:graphicData></a:graphic>"
    return r(f'<w:drawing><wp:anchor {_WP} behindDoc="{int(behind)}">{extent}{blip}</wp:anchor></w:drawing>')


def choices(result: str) -> str:
    entries = "".join(f'<w:listEntry w:val="{name}"/>' for name in ("水利局", WORDS, "住建局"))
    return form(f"<w:ddList>{result}{entries}</w:ddList>")


READ = {
    "form field, chosen": choices('<w:result w:val="1"/>'),
    "form field, by default": choices('<w:default w:val="1"/>'),
    "words in a shape": shape(f"<a:txBody><a:p><a:r><a:t>{WORDS}</a:t></a:r></a:p></a:txBody>"),
    "text box": r(BOX),
    "added by a co-author": f"<w14:conflictIns>{RUN}</w14:conflictIns>",
    "formula": f"<m:oMath><m:r><m:t>{WORDS}</m:t></m:r></m:oMath>",
    "ruby base": r(f"<w:ruby><w:rt>{r('<w:t>jia gu</w:t>')}</w:rt><w:rubyBase>{RUN}</w:rubyBase></w:ruby>"),
}
SAID = {
    "picture": (picture(300, 200), "picture-unread"),
    "ruby": (r(f"<w:ruby><w:rt>{RUN}</w:rt><w:rubyBase>{r('<w:t>底</w:t>')}</w:rubyBase></w:ruby>"), "ruby-text"),
    "text box in a hidden run": (r(BOX, "<w:vanish/>"), "hidden-text"),
    "embedded sheet": (r(f'<w:object><o:OLEObject {_O} ProgID="Excel.Sheet.12"/></w:object>'), "imported-text"),
    "subdocument": (f'<w:subDoc xmlns:r="{_R}" r:id="s"/>', "imported-text"),
    "part of its own": (r("<w:contentPart/>"), "drawing-text"),
    "part in a drawing": (shape("<w14:contentPart/>"), "drawing-text"),
    "text without a run": (f"<w:t>{WORDS}</w:t>", "unread-text"),
    "paragraph in a paragraph": (f"<w:p>{RUN}</w:p>", "unread-text"),
    "unknown element": (f"<w:unknown>{RUN}</w:unknown>", "unread-text"),
    "unknown element in a run": (r(f"<w:unknown>{RUN}</w:unknown>"), "unread-text"),
}
PLACES = {
    "body": "{}",
    "cell": "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
    "text box": "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
    "content control": "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
}


def read(body: str) -> Source:
    return extract_docx(build(f"<w:p>{r('<w:t>一、工作</w:t>')}</w:p>{body}"), settings=Settings())


def text(source: Source) -> str:
    found = []
    for block in source.blocks:
        if isinstance(block, Table):
            found += [line.text for cell in block.cells() for line in cell.lines]
        elif isinstance(block, Line):
            found.append(block.text)
    return "\n".join(found)


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("content", READ.values(), ids=READ)
def test_what_a_reader_sees_is_read(content: str, place: str) -> None:
    source = read(place.format(f"<w:p>{r('<w:t>前</w:t>')}{content}</w:p>"))
    assert text(source).count(WORDS) == 1
    assert "水利局" not in text(source)


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize(("content", "code"), SAID.values(), ids=SAID)
def test_what_is_not_read_is_named(content: str, code: str, place: str) -> None:
    source = read(place.format(f"<w:p>{r('<w:t>前</w:t>')}{content}</w:p>"))
    (note,) = source.notes
    assert note[0] == code
    assert code == "hidden-text" or "(paragraph " in note[1]
    if WORDS in content:
        assert WORDS in note[1]
        assert WORDS not in text(source)


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (RUN, "unread-text"),
        (f"<w:unknown><w:p>{RUN}</w:p></w:unknown>", "unread-text"),
        (f"<w:tbl><w:p>{RUN}</w:p><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "unread-text"),
        (f"<w:tbl><w:tr><w:p>{RUN}</w:p></w:tr></w:tbl>", "unread-text"),
        (f'<w:altChunk xmlns:r="{_R}" r:id="s"/>', "imported-text"),
    ],
)
def test_words_between_paragraphs_are_named(block: str, code: str) -> None:
    (note,) = read(block).notes
    assert note[0] == code
    assert WORDS in note[1] or code == "imported-text"


@pytest.mark.parametrize("formula", ["<m:oMathPara><m:oMath>{}</m:oMath></m:oMathPara>", "<m:oMath>{}</m:oMath>"])
def test_a_formula_between_paragraphs_is_read(formula: str) -> None:
    assert WORDS in text(read(formula.format(f"<m:r><m:t>{WORDS}</m:t></m:r>")))


@pytest.mark.parametrize("mark", ["w:del", "w:moveFrom", "w14:conflictDel"])
def test_what_a_tracked_change_took_away_is_neither_read_nor_named(mark: str) -> None:
    source = read(f"<w:p>{r('<w:t>前</w:t>')}<{mark}>{RUN}</{mark}></w:p>")
    assert WORDS not in text(source)
    assert source.notes == []


@pytest.mark.parametrize("content", [picture(100, 100), picture(300, 20), picture(400, 300, behind=True)])
def test_seals_strips_and_grounds_are_not_named(content: str) -> None:
    assert read(f"<w:p>{content}</w:p>").notes == []


def test_one_note_names_the_places_of_a_kind() -> None:
    (note,) = read(f"<w:p>{picture(300, 200)}</w:p>" * 8).notes
    assert note[1].startswith("A picture among the text of 11 × 7 cm 8 times (paragraph 2, 3, 4, 5, 6, …)")


@pytest.mark.parametrize(
    ("state", "shown"), [("<w:checked/>", "☒"), ('<w:checked w:val="0"/>', "☐"), ("<w:default/>", "☒"), ("", "☐")]
)
def test_a_box_of_a_form_is_ticked_or_not(state: str, shown: str) -> None:
    assert text(read(f"<w:p>{form(f'<w:checkBox>{state}</w:checkBox>')}</w:p>")).endswith(shown)


PLAN = "<p>1. 推进补齐短板工作。</p>"
IMPORTED = {
    "web page": ("a.html", f"<html><body>{PLAN}</body></html>".encode()),
    "web page in MIME": (
        "a.mht",
        f'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PLAN}\r\n--x--\r\n'.encode(),
    ),
    "text": ("a.txt", "1. 推进补齐短板工作。\n".encode()),
    "rich text": (
        "a.rtf",
        (r"{\rtf1\ansi\uc0 " + "".join(f"\\u{ord(c)} " for c in "1. 推进补齐短板工作。") + "}").encode(),
    ),
    "Word document": ("a.docx", build(f"<w:p>{r('<w:t>1. 推进补齐短板工作。</w:t>')}</w:p>")),
}
HOW = {
    "imported": f'<w:altChunk xmlns:r="{_R}" r:id="rIdA"/>',
    "joined": f'<w:p><w:subDoc xmlns:r="{_R}" r:id="rIdA"/></w:p>',
}


def with_part(body: str, name: str, data: bytes) -> bytes:
    """A document with one part that it names as rIdA."""
    held = zipfile.ZipFile(io.BytesIO(build(body)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for entry in held.namelist():
            if not entry.endswith("document.xml.rels"):
                package.writestr(entry, held.read(entry))
        package.writestr(f"word/{name}", data)
        package.writestr(
            "word/_rels/document.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rIdA" Type="{_R}/aFChunk" Target="{name}"/></Relationships>',
        )
    return out.getvalue()


@pytest.mark.parametrize("place", ["{}", PLACES["cell"]], ids=["body", "cell"])
@pytest.mark.parametrize("how", HOW.values(), ids=HOW)
@pytest.mark.parametrize(("name", "data"), IMPORTED.values(), ids=IMPORTED)
def test_documents_in_a_document_are_read_where_they_stand(name: str, data: bytes, how: str, place: str) -> None:
    before, after = f"<w:p>{r('<w:t>前</w:t>')}</w:p>", f"<w:p>{r('<w:t>后</w:t>')}</w:p>"
    source = extract_docx(with_part(place.format(before + how + after), name, data), settings=Settings())
    assert text(source).replace(" ", "").split() == ["前", "1.推进补齐短板工作。", "后"]
    numbers = [line.number for line in lines_and_cells(source.blocks) if isinstance(line, Line)]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("element", ["w:contentPart", "w14:contentPart"])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (f"<svg><text>{WORDS}</text><text>九月</text></svg>".encode(), f"was not read: {WORDS} 九月"),
        (b"\x89PNG", "was not read"),
    ],
)
def test_words_of_a_part_of_its_own_are_said(element: str, data: bytes, said: str) -> None:
    shown = r(f'<{element} xmlns:r="{_R}" r:id="rIdA"/>')
    body = f"<w:p>{r('<w:t>前</w:t>')}{shown}</w:p>"
    source = extract_docx(with_part(body, "a.xml", data), settings=Settings())
    (note,) = source.notes
    assert note[0] == "drawing-text"
    assert note[1].endswith(said)


@pytest.mark.parametrize(("aspect", "read_it"), [("Content", True), ("Icon", False)])
def test_an_embedded_document_is_read_where_it_is_shown(aspect: str, read_it: bool) -> None:
    named = f'{_O} xmlns:r="{_R}" Type="Embed" ProgID="Word.Document.12" DrawAspect="{aspect}" r:id="rIdA"'
    body = f"<w:p>{r('<w:t>前</w:t>')}{r(f'<w:object><o:OLEObject {named}/></w:object>')}</w:p>"
    source = extract_docx(with_part(body, *IMPORTED["Word document"]), settings=Settings())
    assert [code for code, _, _ in source.notes] == ([] if read_it else ["imported-text"])
    assert ("补齐短板" in text(source)) == read_it


def workbook(size: str) -> bytes:
    """A workbook whose second sheet is the one at hand; of that a document shows so much."""
    from openpyxl import Workbook

    book = Workbook()
    book["Sheet"].append(["草稿", "不用"])
    sheet = book.create_sheet("任务")
    for row in (
        ["序号", "工作任务", "责任单位"],
        [1, "检修设备", "设备科"],
        [2, "清仓查库", "仓储科"],
        [9, "算着看", "谁"],
    ):
        sheet.append(row)
    book.active = 1
    held = io.BytesIO()
    book.save(held)
    if not size:
        return held.getvalue()
    found = io.BytesIO()
    with zipfile.ZipFile(held) as before, zipfile.ZipFile(found, "w") as target:
        for name in before.namelist():
            data = before.read(name)
            if name == "xl/workbook.xml":
                data = data.replace(b"</workbook>", f'<oleSize ref="{size}"/></workbook>'.encode())
            target.writestr(name, data)
    return found.getvalue()


@pytest.mark.parametrize(("aspect", "size", "rows"), [("Content", "", 4), ("Content", "A1:C3", 3), ("Icon", "", 0)])
def test_an_embedded_workbook_is_a_table_where_it_is_shown(aspect: str, size: str, rows: int) -> None:
    named = f'{_O} xmlns:r="{_R}" Type="Embed" ProgID="Excel.Sheet.12" DrawAspect="{aspect}" r:id="rIdA"'
    before, behind = (f"<w:p>{r(f'<w:t>{word}</w:t>')}</w:p>" for word in ("前", "后"))
    body = f"{before}<w:p>{r(f'<w:object><o:OLEObject {named}/></w:object>')}</w:p>{behind}"
    source = extract_docx(with_part(body, "a.xlsx", workbook(size)), settings=Settings())
    tables = [block for block in source.blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == ([rows] if rows else [])
    assert not rows or [type(block) for block in source.blocks] == [Line, Table, Line]
    assert "草稿" not in text(source)
    assert {code for code, _, _ in source.notes} == ({"hidden-text"} if rows else {"imported-text"})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "was not read"),
        (with_part("", "a", b"")[:900], "was not read"),
        (b"", "was not read"),
        (b"<html><body></body></html>", "the page has no text"),
    ],
)
def test_a_document_in_a_document_that_cannot_be_read_is_named(data: bytes, said: str) -> None:
    source = extract_docx(
        with_part(f"<w:p>{r('<w:t>前</w:t>')}</w:p>{HOW['imported']}", "a.bin", data), settings=Settings()
    )
    (note,) = source.notes
    assert note[0] == "imported-text"
    assert said in note[1]


def test_a_document_that_holds_itself_comes_to_an_end() -> None:
    data = with_part(HOW["imported"], *IMPORTED["text"])
    for _ in range(3):
        data = with_part(f"<w:p>{r('<w:t>层</w:t>')}</w:p>{HOW['imported'] * 3}", "a.docx", data)
    source = extract_docx(data, settings=Settings())
    assert text(source).count("层") == 2
    assert {note[0] for note in source.notes} == {"imported-text"}
