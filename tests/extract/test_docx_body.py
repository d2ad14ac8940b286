"""The words of a DOCX document: what is read, once, in order, and what is kept out."""

from __future__ import annotations

import pytest

from plancli.errors import Empty, NoTextLayer
from plancli.extract import extract
from plancli.model.settings import Settings
from plancli.model.source import Line, Source, Table

from .docx_building import STRICT, build, p, run, tbl, tc, text, tr

SIMPLE_FIELD = '<w:fldSimple w:instr="DATE">' + run("3月1日") + "</w:fldSimple>"


def read(body: str, **parts: str) -> Source:
    return extract(build(body, **parts), settings=Settings())


def lines(body: str, **parts: str) -> list[Line]:
    return [block for block in read(body, **parts).blocks if isinstance(block, Line)]


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in lines(body, **parts)]


def field(code: str, result: str | None) -> str:
    marks = [run('<w:fldChar w:fldCharType="begin"/>'), run(f"<w:instrText>{code}</w:instrText>")]
    if result is not None:
        marks += [run('<w:fldChar w:fldCharType="separate"/>'), run(result)]
    return "".join(marks) + run('<w:fldChar w:fldCharType="end"/>')


def box(words: str) -> str:
    return f"<w:txbxContent>{p(words)}</w:txbxContent>"


def test_paragraphs_and_tables_in_body_order() -> None:
    source = read(p("甲") + tbl(tr(tc("乙"))) + p() + p("丙"))
    assert [type(block).__name__ for block in source.blocks] == ["Line", "Table", "Line", "Line"]
    found = [block for block in source.blocks if isinstance(block, Line)]
    assert [(line.text, line.number, line.ending) for line in found] == [
        ("甲", 1, "hard"),
        ("", 3, "hard"),
        ("丙", 4, "hard"),
    ]
    assert source.pages is None and {line.page for line in found} == {None}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("一") + "<w:hyperlink>" + run("网址") + "</w:hyperlink>", "一网址"),
        ("<w:smartTag>" + run("十月") + "</w:smartTag>", "十月"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("控件") + "</w:sdtContent></w:sdt>", "控件"),
        (
            run("甲")
            + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + run("在此输入")
            + "</w:sdtContent></w:sdt>",
            "甲",
        ),
        ("<w:ins>" + run("新") + "</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", "新"),
        ("<w:moveFrom>" + run("甲") + "</w:moveFrom>" + run("乙") + "<w:moveTo>" + run("甲") + "</w:moveTo>", "乙甲"),
        (SIMPLE_FIELD, "3月1日"),
        (field("PAGEREF _Toc1", "12"), "12"),
        (field("IF " + "x", None), ""),
        (field(r"eq \o\ac(○,3)", None) + run("检查"), "③检查"),
        (field(r"EQ \* jc2 \* hps10 \o\ad(\s\up 9(zhì),治)", None), "治"),
        (field("SYMBOL 252 \\f Wingdings", None), "√"),
        (field(r"eq \o(" * 300 + ")", None), ""),
        (run(text("甲") + "<w:tab/>" + text("乙")), "甲\t乙"),
        (run(text("8") + "<w:noBreakHyphen/>" + text("9月")), "8-9月"),
        (run('<w:sym w:font="Wingdings" w:char="F0FC"/>'), "√"),
        (run('<w:sym w:font="Wingdings 2" w:char="F052"/>'), "☑"),
        (run('<w:sym w:font="Symbol" w:char="F0B7"/>'), "•"),
        (run('<w:sym w:font="宋体" w:char="2116"/>'), "№"),
        (run("\uf06c 甲"), "● 甲"),
        (run("<w:ruby><w:rt>" + run("pīn") + "</w:rt><w:rubyBase>" + run("拼") + "</w:rubyBase></w:ruby>"), "拼"),
        ("<m:oMath><m:r><m:t>95%</m:t></m:r></m:oMath>", "95%"),
        (run("<w:t> 甲 </w:t>") + run(" 乙"), "甲 乙"),
        (run("<w:t>甲\n乙</w:t>"), "甲 乙"),
        (run("甲") + run('<w:footnoteReference w:id="2"/>') + run("乙"), "甲乙"),
        (run("⼀、⽬标"), "一、目标"),
    ],
)  # fmt: skip
def test_inline_content(content: str, expected: str) -> None:
    assert texts(p("首") + p(content)) == ["首", expected]


def test_a_break_begins_a_line_of_the_same_paragraph() -> None:
    found = lines(p(run(text("甲") + "<w:br/>" + text("乙") + "<w:cr/><w:br/>" + text("丙"))) + p("丁"))
    assert [(line.text, line.number) for line in found] == [("甲", 1), ("乙", 1), ("丙", 1), ("丁", 2)]


def test_a_code_does_not_run_past_its_paragraph() -> None:
    open_field = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText>TOC</w:instrText>")
    assert texts(p(open_field + run("甲")) + p("乙")) == ["甲", "乙"]


def test_a_result_runs_over_paragraphs() -> None:
    begin = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText>TOC</w:instrText>")
    begin += run('<w:fldChar w:fldCharType="separate"/>')
    assert texts(p(begin + run("甲 1")) + p("乙 2") + p(run('<w:fldChar w:fldCharType="end"/>') + run("丙"))) == [
        "甲 1", "乙 2", "丙",
    ]  # fmt: skip


def test_deleted_paragraph_marks_join() -> None:
    first = p(run("甲"), '<w:jc w:val="center"/><w:rPr><w:del w:id="1"/></w:rPr>')
    (line,) = lines(first + p("乙"))
    assert (line.text, line.number, line.centered) == ("甲乙", 1, False)
    assert texts(first) == ["甲"]
    assert texts(first + tbl(tr(tc("丙")))) == ["甲"]


def test_a_hidden_mark_joins_a_heading_to_its_text() -> None:
    (line,) = lines(p(run("标题。"), '<w:outlineLvl w:val="1"/><w:rPr><w:vanish/></w:rPr>') + p("正文"))
    assert (line.text, line.outline) == ("标题。正文", 2)


def test_hidden_text_is_kept_out_with_a_note() -> None:
    styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    content = run("明") + run("暗一", "<w:vanish/>") + run("暗二", '<w:rStyle w:val="h"/>')
    content += run("显", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')
    source = read(p(content), styles=styles)
    assert [block.text for block in source.blocks if isinstance(block, Line)] == ["明显"]
    assert source.notes == [("hidden-text", "4 characters of hidden text were left out: 暗一暗二", None)]


def test_footnotes_are_kept_out_with_a_note() -> None:
    source = read(
        p(run("甲") + run('<w:footnoteReference w:id="2"/>')),
        footnotes=f'<w:footnote w:id="2">{p("脚注文字")}</w:footnote>',
    )
    assert source.notes == [("footnote-text", "4 characters of footnotes were left out: 脚注文字", None)]


def test_text_boxes_are_read_once_after_their_paragraph() -> None:
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box("框")}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box('框')}</v:textbox></w:pict></mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"
    assert texts(p(run("甲") + run(both) + run("乙"))) == ["甲乙", "框"]
    assert texts(p(run(f"<w:pict><v:textbox>{box('旧框')}</v:textbox></w:pict>"))) == ["旧框"]
    empty = '<mc:Choice Requires="wps"><w:drawing/></mc:Choice>'
    assert texts(p(run(f"<mc:AlternateContent>{empty}{fallback}</mc:AlternateContent>"))) == ["框"]


def test_a_text_box_in_a_joined_paragraph_is_kept() -> None:
    boxed = run(f"<w:pict><v:textbox>{box('框')}</v:textbox></w:pict>")
    assert texts(p(boxed, '<w:rPr><w:del w:id="1"/></w:rPr>') + p("乙")) == ["乙", "框"]


def test_word_art_is_text() -> None:
    assert texts(p(run('<w:pict><v:shape><v:textpath string="青山县文件"/></v:shape></w:pict>'))) == ["青山县文件"]


def test_block_wrappers_are_seen_through() -> None:
    body = f"<w:sdt><w:sdtContent>{p('甲')}<w:customXml>{p('乙')}</w:customXml></w:sdtContent></w:sdt>"
    assert texts(body) == ["甲", "乙"]


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="标题样式"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="h3"><w:name w:val="heading 3"/><w:basedOn w:val="t"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>'
    '<w:style w:type="character" w:styleId="strong"><w:rPr><w:b/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("paragraph", "size", "bold", "centered", "outline"),
    [
        (p("甲"), 10.5, False, False, None),
        (p("甲", '<w:pStyle w:val="t"/>'), 22.0, True, True, 1),
        (p("甲", '<w:pStyle w:val="t"/><w:jc w:val="left"/><w:outlineLvl w:val="9"/>'), 22.0, True, False, None),
        (p(run("甲", '<w:b w:val="0"/><w:sz w:val="32"/>'), '<w:pStyle w:val="t"/>'), 16.0, False, True, 1),
        (p(run("甲", "<w:b/>") + run("乙")), 10.5, False, False, None),
        (p(run("甲", "<w:b/>") + run(" ")), 10.5, True, False, None),
        (p(run("甲", '<w:rStyle w:val="strong"/>')), 10.5, True, False, None),
        (p("甲", '<w:pStyle w:val="h3"/>'), 22.0, True, True, 3),
        (p("甲", '<w:pStyle w:val="unknown"/>'), 10.5, False, False, None),
        (p("甲", '<w:pStyle w:val="loop"/>'), 10.5, False, False, None),
        (p("甲", '<w:outlineLvl w:val="x"/>'), 10.5, False, False, None),
    ],
)
def test_format_of_a_line(paragraph: str, size: float, bold: bool, centered: bool, outline: int | None) -> None:
    (line,) = lines(paragraph, styles=STYLES)
    assert (line.size, line.bold, line.centered, line.outline) == (size, bold, centered, outline)


def test_pages_where_word_noted_them() -> None:
    seen, manual = "<w:lastRenderedPageBreak/>", '<w:br w:type="page"/>'
    body = p("甲") + p(run("乙一") + run(seen + text("乙二"))) + p(run(manual)) + p(run(seen + text("丙"))) + p("丁")
    source = read(body)
    found = [(line.text, line.page) for line in source.blocks if isinstance(line, Line)]
    assert found == [("甲", 1), ("乙一乙二", 1), ("", 3), ("丙", 3), ("丁", 3)]
    assert source.pages == 3
    assert [line.page for line in lines(p("甲") + p(run(manual + text("乙"))))] == [None, None]


def test_a_row_cut_by_a_page_turns_it_once() -> None:
    cell = tc(p(run(text("上")) + run("<w:lastRenderedPageBreak/>" + text("下"))))
    source = read(tbl(tr(cell, cell, cell)) + p("后"))
    assert source.pages == 2 and isinstance(source.blocks[1], Line) and source.blocks[1].page == 2


def test_strict_open_xml() -> None:
    (line,) = lines(p("甲", '<w:jc w:val="center"/>'), main=STRICT)
    assert (line.text, line.centered) == ("甲", True)


def test_no_text_is_an_error() -> None:
    with pytest.raises(Empty):
        read(p() + tbl(tr(tc())))
    with pytest.raises(NoTextLayer, match="OCR"):
        read(p(run("<w:drawing><v:imagedata/></w:drawing>")))


def test_tables_in_text_boxes_are_kept() -> None:
    inner = f"<w:txbxContent>{tbl(tr(tc('格')))}</w:txbxContent>"
    source = read(p(run(f"<w:pict><v:textbox>{inner}</v:textbox></w:pict>") + run("甲")))
    assert [type(block) for block in source.blocks] == [Line, Table]
