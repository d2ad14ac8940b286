"""Numbers that Word computes: lists, levels, styles, overrides (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import pytest

from plancli.extract import extract
from plancli.model.settings import Settings
from plancli.model.source import Line, Table

from .docx_building import abstract, build, level, num, numbered, p, tbl, tc, tr


def lines(data: bytes) -> list[Line]:
    return [block for block in extract(data, settings=Settings()).blocks if isinstance(block, Line)]


def texts(data: bytes) -> list[str]:
    return [line.text for line in lines(data)]


OUTLINE = abstract(
    0,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircle", "%4"),
) + num(1, 0)  # fmt: skip


def test_labels_stand_at_the_front_without_a_blank_and_are_counted() -> None:
    body = (
        numbered("总体要求", 1)
        + numbered("重点任务", 1)
        + numbered("河道治理", 1, 1)
        + numbered("2024年完成清淤", 1, 2)
    )
    found = lines(build(body, numbering=OUTLINE))
    assert [line.text for line in found] == ["一、总体要求", "二、重点任务", "（一）河道治理", "1.2024年完成清淤"]
    assert [line.computed for line in found] == [2, 2, 3, 2]


def test_typed_numbers_are_told_apart() -> None:
    (line,) = lines(build(p("一、总体要求"), numbering=OUTLINE))
    assert (line.text, line.computed) == ("一、总体要求", 0)


def test_a_lower_level_begins_anew_after_a_higher_one() -> None:
    body = "".join(numbered("事", 1, ilvl) for ilvl in (0, 1, 1, 2, 0, 1, 2, 2))
    assert texts(build(body, numbering=OUTLINE)) == [
        "一、事", "（一）事", "（二）事", "1.事", "二、事", "（一）事", "1.事", "2.事",
    ]  # fmt: skip


def test_level_text_with_several_levels_and_legal_numbers() -> None:
    definition = abstract(
        0,
        level(0, "chineseCounting", "第%1章"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "decimal", "%1.%2.%3"),
    ) + num(1, 0)
    body = "".join(numbered("事", 1, ilvl) for ilvl in (0, 0, 1, 1, 2))
    assert texts(build(body, numbering=definition)) == ["第一章事", "第二章事", "2.1事", "2.2事", "二.2.1事"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["1", "1.1", "1.1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1"]),
        ('<w:lvlRestart w:val="0"/>', ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1", "2.1.3"]),
        ('<w:lvlRestart w:val="1"/>', ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1", "2.1.1"]),
    ],
)
def test_when_a_level_restarts(restart: str, expected: list[str]) -> None:
    levels = (level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3", restart))
    body = "".join(numbered("", 1, ilvl) for ilvl in (0, 1, 2, 1, 2, 0, 1, 2))
    assert texts(build(body, numbering=abstract(0, *levels) + num(1, 0))) == expected


def test_lists_of_one_definition_go_on_and_an_override_begins_anew_once() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    definition = abstract(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, override)
    body = "".join(numbered("", num_id) for num_id in (1, 1, 2, 3, 3, 1))
    assert texts(build(body, numbering=definition)) == ["1.", "2.", "3.", "5.", "6.", "7."]


def test_an_override_may_redefine_a_level() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1:")}</w:lvlOverride>'
    definition = abstract(0, level(0, "decimal", "%1.")) + num(1, 0, override)
    assert texts(build(numbered("甲", 1) + numbered("乙", 1), numbering=definition)) == ["I:甲", "II:乙"]


def test_start_values() -> None:
    definition = abstract(0, level(0, "decimal", "%1.", start=26)) + num(1, 0)
    assert texts(build(numbered("", 1) * 2, numbering=definition)) == ["26.", "27."]


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="我的标题"/><w:basedOn w:val="2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="4"><w:name w:val="无号标题"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
)
LINKED = abstract(
    0,
    level(0, "chineseCounting", "%1、", '<w:pStyle w:val="1"/>'),
    level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="2"/>'),
) + num(1, 0)


def styled(content: str, style: str, more: str = "") -> str:
    return p(content, f'<w:pStyle w:val="{style}"/>{more}')


def test_numbering_is_inherited_through_styles_at_their_linked_level() -> None:
    body = styled("甲", "1") + styled("乙", "2") + styled("丙", "3") + styled("丁", "1")
    found = lines(build(body, styles=STYLES, numbering=LINKED))
    assert [line.text for line in found] == ["一、甲", "（一）乙", "（二）丙", "二、丁"]


def test_numbering_is_turned_off_by_number_zero() -> None:
    off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = styled("甲", "1") + styled("乙", "1", off) + styled("丙", "4") + styled("丁", "1")
    assert texts(build(body, styles=STYLES, numbering=LINKED)) == ["一、甲", "乙", "丙", "二、丁"]


def test_a_list_that_links_to_a_numbering_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    definition = (
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>' + level(0, "decimal", "%1)") + "</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>' + num(1, 0) + num(2, 1)
    )
    assert texts(build(numbered("甲", 2) + numbered("乙", 2), styles=styles, numbering=definition)) == ["1)甲", "2)乙"]


def test_numbering_styles_that_link_in_a_circle_end() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    definition = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>' + num(1, 0)
    assert texts(build(numbered("甲", 1), styles=styles, numbering=definition)) == ["甲"]


def test_bullets_are_decoration() -> None:
    definition = abstract(0, level(0, "bullet", "\uf06c")) + num(1, 0)
    (line,) = lines(build(numbered("甲", 1), numbering=definition))
    assert (line.text, line.computed) == ("甲", 0)


def test_a_serial_column_may_have_no_other_text() -> None:
    definition = abstract(0, level(0, "decimal", "%1")) + num(1, 0)
    rows = [tr(tc(numbered("", 1)), tc("事项")) for _ in range(3)]
    source = extract(build(tbl(*rows), numbering=definition), settings=Settings())
    (table,) = source.blocks
    assert isinstance(table, Table)
    assert [(row[0].lines[0].text, row[0].lines[0].computed) for row in table.rows] == [("1", 1), ("2", 1), ("3", 1)]


def test_covered_cells_of_a_serial_column_do_not_count() -> None:
    definition = abstract(0, level(0, "decimal", "%1")) + num(1, 0)
    rows = [
        tr(tc(numbered("", 1), '<w:vMerge w:val="restart"/>'), tc("甲")),
        tr(tc(numbered("", 1), "<w:vMerge/>"), tc("乙")),
        tr(tc(numbered("", 1)), tc("丙")),
    ]
    (table,) = extract(build(tbl(*rows), numbering=definition), settings=Settings()).blocks
    assert isinstance(table, Table)
    assert [[line.text for line in row[0].lines] for row in table.rows] == [["1"], ["1"], ["2"]]


def test_paragraphs_deleted_by_a_tracked_change_do_not_count() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        '<w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>'
    )
    assert texts(build(numbered("甲", 1) + gone + numbered("乙", 1), numbering=OUTLINE)) == ["一、甲", "二、乙"]


@pytest.mark.parametrize("broken", ['<w:num w:numId="1"/>', num(1, 7), abstract(0) + num(1, 0), "<w:num/>"])
def test_a_list_without_definition_gives_no_number(broken: str) -> None:
    assert texts(build(numbered("甲", 1), numbering=broken)) == ["甲"]


def test_a_custom_format_newer_than_the_standard() -> None:
    number_format = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    definition = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="9"/>{number_format}<w:lvlText w:val="%1"/></w:lvl>'
        f"</w:abstractNum>{num(1, 0)}"
    )
    assert texts(build(numbered("", 1) * 2, numbering=definition)) == ["009", "010"]


@pytest.mark.parametrize("ilvl", ["-1", "9", "100000", "x", ""])
@pytest.mark.parametrize(
    "said", ['<w:startOverride w:val="3"/>', '<w:lvl w:ilvl="{0}"><w:lvlText w:val="第%1条"/></w:lvl>']
)
def test_an_override_of_a_level_that_there_is_not_is_passed_over(ilvl: str, said: str) -> None:
    override = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="{ilvl}">{said.format(ilvl)}</w:lvlOverride></w:num>'
    body = numbered("总体要求", 1) + numbered("重点任务", 2, 9) + numbered("河道治理", 2)
    assert len(texts(build(body, numbering=OUTLINE + override))) == 3


@pytest.mark.parametrize("length", [1, 40, 3000])
def test_lists_linked_through_numbering_styles_are_followed_however_far(length: int) -> None:
    links = "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:numStyleLink w:val="s{i + 1}"/></w:abstractNum>'
        for i in range(1, length + 1)
    )
    last = f'<w:abstractNum w:abstractNumId="{length + 1}">{level(0, "decimal", "第%1项")}</w:abstractNum>'
    nums = "".join(num(i, i) for i in range(1, length + 2))
    styles = "".join(
        f'<w:style w:type="numbering" w:styleId="s{i}"><w:pPr><w:numPr><w:numId w:val="{i}"/></w:numPr></w:pPr></w:style>'
        for i in range(1, length + 2)
    )
    assert texts(build(numbered("事", 1), numbering=links + last + nums, styles=styles)) == ["第1项事"]
