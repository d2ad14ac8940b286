"""A schedule told by colour alone is read alike in every kind of file that has tables with colours."""

from __future__ import annotations

import io
import zipfile

import pytest

import plancli
from plancli.extract import extract
from plancli.model.settings import Settings
from plancli.model.source import Table
from tests.extract import docx_building as docx

TITLE = "柳溪镇图书站2025年重点工作进度表"
HEAD = ["序号", "工作任务", "责任单位", "3月", "4月", "5月", "6月"]
# a cell's text, or the colour of a cell without any; the last row is a stripe, whose colour says nothing but in one cell
ROWS = [
    ["1", "修补古籍", "典藏组", "#92d050", "#92d050", "", ""],
    ["2", "改建书库", "后勤组", "#FFFFFF", "", "", "#00b0f0"],
    ["3|#eeeeee", "编印目录|#eeeeee", "采编组|#eeeeee", "#eeeeee", "#eeeeee", "#92d050", "#eeeeee"],
]
EXPECTED = [["3月", "4月"], ["6月"], ["5月"]]


def cell(said: str) -> tuple[str, str]:
    """The text and the colour."""
    text, _, ground = said.partition("|")
    return ("", text) if text.startswith("#") else (text, ground)


def html(by: str) -> bytes:
    def td(said: str) -> str:
        text, ground = cell(said)
        name = f"c{ground.strip('#')}"
        marks = {
            "attribute": f'bgcolor="{ground}"',
            "style": f'style="border:1px solid; background-color: {ground}"',
            "shorthand": f'style="background:{ground} none repeat"',
            "class": f'class="{name}"',
        }
        return f"<td {marks[by] if ground else ''}>{text or '&nbsp;'}</td>"

    sheet = "".join(
        f".c{ground.strip('#')}, .x .y {{ background: {ground} }}\n"
        for row in ROWS
        for _, ground in map(cell, row)
        if ground
    )
    rows = "".join(f"<tr>{''.join(map(td, row))}</tr>" for row in [HEAD, *ROWS])
    return (
        f"<html><head><style>{sheet}</style></head><body><h1>{TITLE}</h1><table>{rows}</table></body></html>".encode()
    )


def word(said: str) -> bytes:
    def shading(ground: str) -> str:
        hue = ground.strip("#").upper()
        return {
            "clear": f'<w:shd w:val="clear" w:color="auto" w:fill="{hue or "auto"}"/>',
            "solid": f'<w:shd w:val="solid" w:color="{hue or "FFFFFF"}" w:fill="auto"/>',
        }[said]

    rows = [docx.tr(*(docx.tc(text, shading(ground)) for text, ground in map(cell, row))) for row in [HEAD, *ROWS]]
    return docx.build(docx.p(docx.run(docx.text(TITLE))) + docx.tbl(*rows))


def odt() -> bytes:
    names = {ground: f"ce{n}" for n, ground in enumerate({cell(said)[1] for row in ROWS for said in row} - {""})}
    styles = "".join(
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
        f'fo:background-color="{ground}"/></style:style>'
        for ground, name in names.items()
    )

    def one(said: str) -> str:
        text, ground = cell(said)
        style = f' table:style-name="{names[ground]}"' if ground else ""
        return f"<table:table-cell{style}><text:p>{text}</text:p></table:table-cell>"

    rows = "".join(f"<table:table-row>{''.join(map(one, row))}</table:table-row>" for row in [HEAD, *ROWS])
    urn = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = " ".join(f'xmlns:{name}="{urn}{name}:1.0"' for name in ("office", "style", "table", "text"))
    content = (
        f'<office:document-content {spaces} xmlns:fo="{urn}xsl-fo-compatible:1.0"><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:text><text:p>{TITLE}</text:p><table:table>{rows}</table:table>"
        "</office:text></office:body></office:document-content>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", content)
    return held.getvalue()


def rtf() -> bytes:
    hues = sorted({cell(said)[1].lower() for row in ROWS for said in row} - {""})
    table = "".join(r"\red{}\green{}\blue{};".format(*bytes.fromhex(hue[1:])) for hue in hues)

    def escaped(text: str) -> str:
        return "".join(
            char if char.isascii() else f"\\u{ord(char) - (65536 if ord(char) > 32767 else 0)}?" for char in text
        )

    def row(said: list[str]) -> str:
        cells = [cell(one) for one in said]
        edges = "".join(
            (f"\\clcbpat{hues.index(ground.lower()) + 1}" if ground else "") + f"\\cellx{900 * n}"
            for n, (_, ground) in enumerate(cells, 1)
        )
        return rf"\trowd{edges}" + "".join(rf"\pard\intbl {escaped(text)}\cell" for text, _ in cells) + r"\row"

    body = rf"\pard {escaped(TITLE)}\par" + "\n".join(map(row, [HEAD, *ROWS])) + r"\pard\par"
    return rf"{{\rtf1\ansi{{\colortbl;{table}}}{body}}}".encode("ascii")


KINDS = {
    **{f"html {by}": html(by) for by in ("attribute", "style", "shorthand", "class")},
    **{f"docx {said}": word(said) for said in ("clear", "solid")},
    "odt": odt(),
    "rtf": rtf(),
}


@pytest.mark.parametrize("kind", KINDS)
def test_times_are_told_by_colour(kind: str) -> None:
    bulletin = plancli.parse(KINDS[kind])
    (plan,) = bulletin.plans
    assert [[node.raw for node in task.time_nodes] for task in plan.tasks] == EXPECTED
    assert [task.title for task in plan.tasks] == ["修补古籍", "改建书库", "编印目录"]
    assert [diagnostic.code for diagnostic in bulletin.diagnostics].count("colour-read") == 1


@pytest.mark.parametrize("change", ["text beneath the times", "two times", "no times"])
def test_colours_that_say_nothing(change: str) -> None:
    page = html("style").decode()
    if change == "text beneath the times":
        page = page.replace("&nbsp;", "已完成", 1)
    else:
        others = ("备注", "经费") if change == "two times" else ("备注", "经费", "地点", "人数")
        for old, new in zip(HEAD[3:], others, strict=False):
            page = page.replace(f">{old}<", f">{new}<")
    source = extract(page.encode(), settings=Settings())
    words = [
        line.text for block in source.blocks if isinstance(block, Table) for one in block.cells() for line in one.lines
    ]
    assert "■" not in words and source.notes == []
