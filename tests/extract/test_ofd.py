"""OFD: text by its places, rules from paths, templates and annotations; what cannot be read says why."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancli.errors import Corrupt, Empty, Encrypted, GarbledText, InputError, NoTextLayer, TooLarge, ZipBomb
from plancli.extract import extract
from plancli.model.settings import Limits, Settings
from plancli.model.source import Line, Source, Table

NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(said: str, x: float, y: float, size: float = 5.0, *, code: str = "", more: str = "") -> str:
    """A line of text with its upper left corner there; `code` are attributes of the text code."""
    code = code or f'X="0" Y="{size}" DeltaX="g {max(len(said) - 1, 1)} {size}"'
    return f'<ofd:TextObject ID="1" Boundary="{x} {y} {size * len(said)} {size}" Size="{size}" {more}><ofd:TextCode {code}>{said}</ofd:TextCode></ofd:TextObject>'


def path(data: str, x: float = 0, y: float = 0, more: str = "") -> str:
    return f'<ofd:PathObject ID="2" Boundary="{x} {y} 200 200" {more}><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'


def content(objects: str, more: str = "") -> str:
    return f"<ofd:Page {NS}>{more}<ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"


def ofd(*pages: str, common: str = "", more: str = "", parts: dict[str, str] | None = None) -> bytes:
    """A file of these pages; `common` and `more` go into the document, `parts` beside it."""
    entries = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/{n}.xml"/>' for n in range(len(pages)))
    files = {
        "OFD.xml": f"<ofd:OFD {NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        f"{common}</ofd:CommonData><ofd:Pages>{entries}</ofd:Pages>{more}</ofd:Document>",
        **{f"Doc_0/Pages/{n}.xml": page for n, page in enumerate(pages)},
        **(parts or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return out.getvalue()


def read(data: bytes, **limits: int) -> Source:
    return extract(data, settings=Settings(limits=Limits(**limits)))


def told(source: Source) -> list[str]:
    found = []
    for block in source.blocks:
        if isinstance(block, Line):
            found.append(block.text)
        elif isinstance(block, Table):
            found += ["|".join("/".join(line.text for line in cell.lines) for cell in row) for row in block.rows]
    return found


@pytest.mark.parametrize(
    ("code", "more"),
    [
        ('X="0" Y="5" DeltaX="g 3 5"', ""),
        ('X="0" Y="5" DeltaX="5 5 5"', ""),
        ('X="0" Y="5" DeltaX="5 g 2 5"', ""),
        ('X="0" Y="5"', ""),
        ('X="0" Y="2.5" DeltaX="g 3 2.5"', 'CTM="2 0 0 2 0 0"'),
        ('X="0" Y="5" DeltaX="g 3 5"', 'Weight="700"'),
    ],
)
def test_places_of_characters(code: str, more: str) -> None:
    size = 2.5 if "CTM" in more else 5.0
    source = read(ofd(content(text("工作要点", 20, 20, size, code=code, more=more))))
    (line,) = source.blocks
    assert isinstance(line, Line)
    assert (line.text, line.page, line.bold) == ("工作要点", 1, "700" in more)
    assert [round(line.x0), round(line.x1)] == [57, 113]
    assert source.media_type == "application/ofd"


def test_lines_in_reading_order_over_pages() -> None:
    page = content(text("二、任务", 20, 40) + text("一、总体", 20, 20))
    assert told(read(ofd(page, content(text("三、保障", 20, 20))))) == ["一、总体", "二、任务", "三、保障"]


GRID = {
    "strokes": "".join(path(f"M 20 {y} L 100 {y}") for y in (50, 60, 70))
    + "".join(path(f"M {x} 50 L {x} 70") for x in (20, 60, 100)),
    "boxes": "".join(path("M 0 0 L 40 0 L 40 10 L 0 10 C", x, y) for x in (20, 60) for y in (50, 60)),
    "thin shapes": "".join(
        path(f"M 20 {y} L 100 {y} L 100 {y + 0.2} L 20 {y + 0.2} C", more='Stroke="false" Fill="true"')
        for y in (50, 60, 70)
    )
    + "".join(
        path(f"M {x} 50 L {x + 0.2} 50 L {x + 0.2} 70 L {x} 70 C", more='Stroke="false" Fill="true"')
        for x in (20, 60, 100)
    ),
    "one path": path(
        "M 20 50 L 100 50 M 20 60 L 100 60 M 20 70 L 100 70 M 20 50 L 20 70 M 60 50 L 60 70 M 100 50 L 100 70"
    ),
}


@pytest.mark.parametrize("drawn", GRID)
def test_tables_from_rules(drawn: str) -> None:
    cells = text("任务", 22, 52) + text("单位", 62, 52) + text("修路", 22, 62) + text("某局", 62, 62)
    assert told(read(ofd(content(GRID[drawn] + cells)))) == ["任务|单位", "修路|某局"]


def test_what_is_not_to_be_seen_is_none() -> None:
    page = content(
        text("甲", 20, 20) + text("乙", 20, 40, more='Visible="false"') + path("M 0 0 L 9 9", more='Stroke="false"')
    )
    assert told(read(ofd(page))) == ["甲"]


def test_templates_and_annotations() -> None:
    page = content(text("正文", 20, 40), '<ofd:Template TemplateID="7"/>')
    note = f'<ofd:PageAnnot {NS}><ofd:Annot Type="Stamp"><ofd:Appearance>{text("批注", 20, 60)}</ofd:Appearance></ofd:Annot>'
    note += f'<ofd:Annot Visible="false"><ofd:Appearance>{text("隐去", 20, 80)}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>'
    data = ofd(
        page,
        common='<ofd:TemplatePage ID="7" BaseLoc="Tpls/a.xml"/>',
        more="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>",
        parts={
            "Doc_0/Tpls/a.xml": content(text("模板", 20, 20)),
            "Doc_0/Annots/Annotations.xml": f'<ofd:Annotations {NS}><ofd:Page PageID="0"><ofd:FileLoc>Page_0/a.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>',
            "Doc_0/Annots/Page_0/a.xml": note,
        },
    )
    assert told(read(data)) == ["模板", "正文", "批注"]


def test_pieces_that_were_spread_over_the_whole_line_follow_one_another() -> None:
    spread = '<ofd:TextObject Boundary="20 20 60 6" Size="6"><ofd:TextCode X="0" Y="6" DeltaX="g 9 20">{}</ofd:TextCode></ofd:TextObject>'
    assert told(read(ofd(content(spread.format("2024") + spread.format("年工作要点"))))) == ["2024年工作要点"]


def test_a_text_of_nothing_but_line_ends_is_none() -> None:
    bare = '<ofd:TextObject Boundary="20 20 60 6" Size="6"><ofd:TextCode X="0" Y="6">{}</ofd:TextCode></ofd:TextObject>'
    assert told(read(ofd(content(bare.format("\n\t") + bare.format("甲") + bare.format("\n"))))) == ["甲"]


def test_several_documents_and_names_without_a_prefix() -> None:
    data = ofd(content(text("甲", 20, 20)), parts={
        "OFD.xml": '<OFD xmlns="urn:other"><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody><DocBody><DocRoot>Doc_1\\Document.xml</DocRoot></DocBody></OFD>',
        "Doc_1/Document.xml": '<Document><Pages><Page ID="1" BaseLoc="p.xml"/></Pages></Document>',
        "Doc_1/p.xml": "<Page><Content><Layer>" + text("乙", 20, 20).replace("ofd:", "") + "</Layer></Content></Page>",
    })  # fmt: skip
    assert told(read(data)) == ["甲", "乙"]


def test_a_page_that_is_missing_is_told() -> None:
    source = read(ofd(content(text("甲", 20, 20)), more='<ofd:Pages><ofd:Page ID="9" BaseLoc="none.xml"/></ofd:Pages>'))
    assert "page-unreadable" in [code for code, _, _ in source.notes]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (ofd(content("")), Empty),
        (ofd(content('<ofd:ImageObject Boundary="0 0 210 297" ResourceID="3"/>')), NoTextLayer),
        (ofd(content(text("\ue123" * 20, 20, 20))), GarbledText),
        (ofd(content(text("甲", 20, 20)), parts={"Encryptions.xml": "<a/>"}), Encrypted),
        (ofd(content("x"), parts={"OFD.xml": f"<ofd:OFD {NS}/>"}), Corrupt),
        (ofd(content("x"), parts={"OFD.xml": "<a"}), Corrupt),
        (
            ofd(content("x"), parts={"OFD.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'}),
            Corrupt,
        ),
        (
            ofd(
                content(text("甲", 20, 20)),
                parts={"Doc_0/Document.xml": "<Document>" + " " * 30_000_000 + "</Document>"},
            ),
            ZipBomb,
        ),
        (ofd(content(text("甲", 20, 20)))[:-40], Corrupt),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error):
        read(data)


def test_too_many_pages() -> None:
    with pytest.raises(TooLarge):
        read(ofd(*[content(text("甲", 20, 20))] * 4), pages=3)


NUMBERS = st.sampled_from(["", "0", "-1", "1e30", "nan", "inf", "x", "g 99999999 1", "g", "5 5"])


@settings(derandomize=True, deadline=None, max_examples=120)
@given(
    st.lists(NUMBERS, min_size=6, max_size=6),
    st.sampled_from(["M 0 0 L", "M x L 1", "C C", "B 1 2 3", "M 0 0 L 1e99 0", "L 5 5 C L 9 9"]),
)
def test_any_numbers_give_blocks_or_an_input_error(values: list[str], data: str) -> None:
    box, size, x, delta, matrix, area = values
    page = content(
        f'<ofd:TextObject Boundary="{box} 1 1 1" Size="{size}" CTM="{matrix}"><ofd:TextCode X="{x}" Y="1" DeltaX="{delta}">甲乙</ofd:TextCode></ofd:TextObject>'
        + text("丙", 20, 20) + path(data),
        f"<ofd:Area><ofd:PhysicalBox>0 0 {area} 9</ofd:PhysicalBox></ofd:Area>",
    )  # fmt: skip
    try:
        assert read(ofd(page)).blocks
    except InputError:
        return
