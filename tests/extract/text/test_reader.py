"""TXT: encodings, line ends, pages, and what is no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plancli
from plancli.errors import Corrupt, Empty, Unsupported
from plancli.extract import extract
from plancli.model.settings import Settings
from plancli.model.source import Line, Source, Table

SIMPLIFIED = (
    "青山县教育局2024年工作要点\n\n一、落实立德树人根本任务\n1．推进课程改革（牵头部门：基教科；6月底前完成）。\n"
)
TRADITIONAL = (
    "青山縣教育局2024年工作要點\n\n一、落實立德樹人根本任務\n1．推進課程改革（牽頭部門：基教科；6月底前完成）。\n"
)


def read(data: bytes) -> Source:
    return extract(data, settings=Settings())


def texts(data: bytes) -> list[str]:
    return [block.text for block in read(data).blocks if isinstance(block, Line)]


@pytest.mark.parametrize(
    ("text", "codec", "mark"),
    [
        (SIMPLIFIED, "utf-8", b""),
        (SIMPLIFIED, "utf-8", codecs.BOM_UTF8),
        (SIMPLIFIED, "gbk", b""),
        (SIMPLIFIED, "gb18030", b""),
        (SIMPLIFIED.replace("青", "㐀𠀀"), "gb18030", b""),
        (SIMPLIFIED, "gb18030", "\ufeff".encode("gb18030")),
        (SIMPLIFIED, "utf-16-le", codecs.BOM_UTF16_LE),
        (SIMPLIFIED, "utf-16-be", codecs.BOM_UTF16_BE),
        (SIMPLIFIED, "utf-16-le", b""),
        (SIMPLIFIED, "utf-16-be", b""),
        (SIMPLIFIED.replace("\n", "").replace("2024", "").replace("1", "").replace("6", ""), "utf-16-le", b""),
        (SIMPLIFIED, "utf-32-le", codecs.BOM_UTF32_LE),
        (TRADITIONAL, "big5", b""),
        (TRADITIONAL, "utf-8", b""),
        (TRADITIONAL, "gb18030", b""),
        ("县教育局：\n开学前完成。", "gbk", b""),
        ("关于做好档案移交的\n通知\n各二级\n学院：", "gbk", b""),  # 通知, 学院 are UTF-8 by chance
        ("縣教育局：\n開學前完成。", "big5", b""),
        ("Work plan 2024\n1. Roads\n", "ascii", b""),
        ("Work plan 2024\n1. Roads\n", "utf-16-le", b""),
    ],
)
def test_encodings(text: str, codec: str, mark: bytes) -> None:
    source = read(mark + text.encode(codec))
    assert [block.text for block in source.blocks if isinstance(block, Line)] == text.removesuffix("\n").split("\n")
    assert source.media_type == "text/plain" and source.notes == []
    assert source.attempts[-1].extractor == "text"


LINES = SIMPLIFIED.replace("\n\n", "\n").splitlines()


@pytest.mark.parametrize("at", range(1, len(LINES)))
@pytest.mark.parametrize(("first", "second"), [("utf-8", "gb18030"), ("gb18030", "utf-8")])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_two_encodings_in_one_file(at: int, first: str, second: str, ending: str) -> None:
    parts = [line.encode(first if place < at else second) for place, line in enumerate(LINES)]
    source = read(ending.encode().join(parts))
    assert [block.text for block in source.blocks if isinstance(block, Line)] == LINES
    assert source.notes == []


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_a_character_cut_by_a_line_break_is_whole(codec: str, ending: bytes) -> None:
    data = LINES[1].encode(codec)
    for cut in range(7, len(data)):
        found = texts(LINES[0].encode(codec) + ending + data[:cut] + ending + data[cut:])
        assert "".join(found) == LINES[0] + LINES[1], cut


@pytest.mark.parametrize("damage", ["一行没有救的字".encode("gb18030")[:-1] + b"\xff", b"\xd4\xff\xfe", b"\x81"])
def test_one_bad_line_makes_no_binary(damage: bytes) -> None:
    source = read("\n".join(LINES).encode() + b"\n" + damage + b"\n" + LINES[1].encode())
    found = [block.text for block in source.blocks if isinstance(block, Line)]
    assert found[: len(LINES)] == LINES and found[-1] == LINES[1]
    assert [note[0] for note in source.notes] == ["undecodable-text"]


@pytest.mark.parametrize(
    "data",
    [
        "\n".join(LINES).encode("hz"),
        codecs.BOM_UTF8 + "\n".join(LINES).encode("gb18030"),
        "\n".join(LINES).encode("gb18030").decode("latin-1").encode(),
        "\n".join(" ".join(line) for line in LINES).encode(),
        "\n".join(LINES).replace("（", "&#xFF08;").replace("一", "㇐").encode(),
    ],
)
def test_text_in_disguise(data: bytes) -> None:
    assert texts(data) == LINES


def test_entities_are_the_characters_that_they_name() -> None:
    assert texts("建设&ldquo;花园&rdquo;学校&nbsp;&amp;公园，A&B; R&D".encode()) == [
        "建设“花园”学校\xa0&公园，A&B; R&D"
    ]


def test_lines_keep_blanks_and_tabs_and_number_themselves() -> None:
    source = read("目录\t任务\r\n\r\n 1\t甲\r乙\v丙\u2028丁".encode())
    lines = [block for block in source.blocks if isinstance(block, Line)]
    assert [line.text for line in lines] == ["目录\t任务", "", " 1\t甲", "乙", "丙", "丁"]
    assert [line.number for line in lines] == [1, 2, 3, 4, 5, 6]
    assert {(line.ending, line.page) for line in lines} == {("unknown", None)}
    assert source.pages is None


def test_form_feeds_turn_the_page() -> None:
    source = read("甲\n\f乙\n丙\f丁\n\n\f\n戊".encode())
    assert [(line.text, line.page) for line in source.blocks if isinstance(line, Line)] == [
        ("甲", 1), ("乙", 2), ("丙", 2), ("丁", 3), ("", 3), ("戊", 4),
    ]  # fmt: skip
    assert source.pages == 4
    assert read("甲\n\f".encode()).pages == 1


def test_compatibility_forms_are_folded_and_circles_are_not() -> None:
    assert texts("⼀、⽬标①㈠".encode()) == ["一、目标①㈠"]


def test_padding_and_inner_marks_go() -> None:
    assert texts("甲\ufeff乙".encode() + b"\x1a\x00\x00") == ["甲乙"]


@pytest.mark.parametrize("data", [b"\n \r\n\t", "\u3000\n".encode(), codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_text_of_blanks_is_empty(data: bytes) -> None:
    with pytest.raises(Empty):
        read(data)


def test_zero_bytes_alone_are_corrupt() -> None:
    with pytest.raises(Corrupt, match="zero"):
        read(bytes(4096))


def test_binary_is_unsupported() -> None:
    with pytest.raises(Unsupported, match="binary"):
        read(bytes(range(256)) * 20)


def test_a_torn_character_is_said_and_the_rest_read() -> None:
    data = SIMPLIFIED.encode()
    source = read(data[:100] + b"\xff" + data[100:])
    assert source.notes[0][0] == "undecodable-text"
    assert "落实立德树人根本任务" in "".join(block.text for block in source.blocks if isinstance(block, Line))


@pytest.mark.parametrize("tail", ["查。", "议”", "会，"])
def test_the_short_rest_of_a_character_cut_by_a_line_end_is_no_utf8(tail: str) -> None:
    """In GB18030 its bytes may be a stray one and a character of UTF-8."""
    text = "一、5月底组织开展专项检" + tail
    whole = text.encode("gb18030")
    cut = len(text[:-3].encode("gb18030")) + 1
    source = read("\n".join(LINES).encode("gb18030") + b"\n" + whole[:cut] + b"\n" + whole[cut:])
    found = "".join(block.text for block in source.blocks if isinstance(block, Line))
    assert text in found, found


@pytest.mark.parametrize("stray", [b"\xff", b"\x80", b"\xe6\x8e", b"\xed\xa0\x80\xed\xb0\x80", b"\xc0\xaf\xe0\x80\xaf"])
@pytest.mark.parametrize("around", [LINES, [""]])
def test_stray_bytes_cost_themselves_alone(stray: bytes, around: list[str]) -> None:
    line = "4. 推进校本课程建设工作" * (1 if around[0] else 8)
    for cut in range(len(line) + 1):
        torn = line[:cut].encode() + stray + line[cut:].encode()
        source = read("\n".join(around).encode() + b"\n" + torn + b"\n" + "\n".join(around).encode())
        found = "\n".join(block.text for block in source.blocks if isinstance(block, Line))
        assert line in found.replace("\ufffd", ""), found
        assert [note[0] for note in source.notes] == ["undecodable-text"]


def test_a_few_control_characters_are_said() -> None:
    source = read("一、总则\x01二、任务".encode())
    assert source.notes == [("control-characters", "1 control character was left out", None)]
    assert [block.text for block in source.blocks if isinstance(block, Line)] == ["一、总则二、任务"]


def test_an_encoding_that_nobody_can_tell_is_said() -> None:
    source = read("".join(chr(0x8000 + 37 * step) for step in range(200)).encode("gb18030"))
    assert [note[0] for note in source.notes] == ["doubtful-encoding"]


LINE = st.text(st.characters(codec="gb18030", exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"]), max_size=20)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(LINE, min_size=1, max_size=6), st.sampled_from(["\n", "\r\n", "\r"]))
def test_utf8_text_comes_back_as_it_was(content: list[str], ending: str) -> None:
    content = ["县教育局" + line.replace("\ufeff", "") for line in content]
    found = texts(ending.join(content).encode())
    assert [len(line) for line in found] == [len(line) for line in content]
    assert all(line.startswith("县教育局") for line in found)


def test_marks_of_markdown_are_no_words() -> None:
    source = extract(
        "# 白塔县2025年任务清单\n\n**一、重点**\n\n| # | 任务 |\n| --- | --- |\n| 1 | **修路** |\n".encode(),
        settings=Settings(),
    )
    texts = [block.text for block in source.blocks if isinstance(block, Line) and block.text]
    assert texts == ["白塔县2025年任务清单", "一、重点"]
    (table,) = (block for block in source.blocks if isinstance(block, Table))
    assert [line.text.strip() for cell in table.rows[-1] for line in cell.lines] == ["1", "修路"]


@pytest.mark.parametrize("quoted", ["", "> 本页由程序收录，以[原文](https://a.cn/1)为准。\n> 仅供查阅。\n\n"])
@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("文号: 县教〔2025〕3号\n发布单位: 白塔县教育局\n层级: 县级\n", ["白塔县2025年教育工作要点", "一、办学"]),
        ("lang: 'zh-cn'\nsidebar: true\ntags:\n  - 教育\n  - 计划\n", ["白塔县2025年教育工作要点", "一、办学"]),
        ('title: "白塔县2025年学校工作方案"\ndate: 2025-02-03\n', ["白塔县2025年教育工作要点", "一、办学"]),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_what_a_generator_reads_above_a_text_is_no_word_of_it(
    data: str, shown: list[str], quoted: str, ending: str
) -> None:
    text = f"---\n{data}---\n\n{quoted}# 白塔县2025年教育工作要点\n\n## 一、办学\n"
    source = extract(text.replace("\n", ending).encode(), settings=Settings())
    assert [block.text for block in source.blocks if isinstance(block, Line) and block.text.strip()] == shown
    assert {block.left_out for block in source.blocks if not isinstance(block, Line)} == {"web-frame"}


@pytest.mark.parametrize("below", ["## 一、办学", "# 目录\n\n## 一、办学"])
def test_a_title_that_only_the_generator_reads_is_the_title(below: str) -> None:
    text = f'---\ntitle: "白塔县2025年学校食堂方案"\ndate: 2025-02-03\n---\n\n{below}\n'
    lines = [
        block.text
        for block in extract(text.encode(), settings=Settings()).blocks
        if isinstance(block, Line) and block.text
    ]
    assert lines[0] == "白塔县2025年学校食堂方案"


@pytest.mark.parametrize("above", ["---\n一、办学\n", "---\n一、办学\n---\n"])
def test_a_rule_above_a_text_alone_is_no_fence(above: str) -> None:
    source = extract((above + "1.修缮校舍。\n").encode(), settings=Settings())
    assert "一、办学" in [block.text for block in source.blocks if isinstance(block, Line)]


def test_tags_in_markdown_are_no_words_and_keep_the_numbers_of_lines() -> None:
    text = '# 要点\n<div style="color:red;\ntext-align:center\n">白塔县教育局文件</div>\n<!-- 草稿\n -->\n1.清淤。水深<2米。'
    lines = [block for block in extract(text.encode(), settings=Settings()).blocks if isinstance(block, Line)]
    found = [(line.number, line.text) for line in lines if line.text]
    assert found == [(1, "要点"), (4, "白塔县教育局文件"), (7, "1.清淤。水深<2米。")]


def test_a_rule_of_thousands_of_dashes_is_read_at_once() -> None:
    source = extract(("一、工作\n" + "-" * 20_000 + "| 某\n| 某 |\n").encode(), settings=Settings())
    assert len(source.blocks) == 3


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("# 要点\n## 一、水利\n**1.清淤。** 完成10公里。", ["要点", "一、水利", "1.清淤。 完成10公里。"]),
        ("1. **清淤。** 完成10公里。\n2\\. **补植**", ["1. 清淤。 完成10公里。", "2. 补植"]),
        ("联系人：张**、李**\n#3号楼\n# \n", ["联系人：张**、李**", "#3号楼", "# "]),
        ("# 要点\n> 县发〔2025〕1号\n>> 内部", ["要点", "县发〔2025〕1号", "内部"]),
        (
            '# 要点\n1.[清淤](https://a.cn/b_(c) "x")。见[附件](a.docx)![图](b.png)',
            ["要点", '1.[清淤](https://a.cn/b_(c) "x")。见附件'],
        ),
        ("# 要点\n1.清淤。~~3月~~5月底前完成。", ["要点", "1.清淤。5月底前完成。"]),
        (
            "# 要点\n1.建5\\~10处，\\~\\~甲\\~\\~、\\*\\*乙\\*\\*、\\[丙\\](d)、\\\\e。",
            ["要点", "1.建5~10处，~~甲~~、**乙**、[丙](d)、\\e。"],
        ),
        ("# 要点\n- [x] 清淤\n  * [ ] 补植", ["要点", "- 清淤", "  * 补植"]),
    ],
)
def test_marks_of_a_markdown_outline_are_no_words(text: str, plain: list[str]) -> None:
    source = extract(text.encode(), settings=Settings())
    assert [block.text for block in source.blocks if isinstance(block, Line)] == plain


def test_words_struck_out_in_markdown_are_said() -> None:
    source = extract("# 要点\n1.清淤。~~3月~~5月底前完成。".encode(), settings=Settings())
    assert [(code, "3月" in text) for code, text, _ in source.notes] == [("hidden-text", True)]


@pytest.mark.parametrize("reading", ["(xiàn)", "（xiàn）"])
def test_readings_in_brackets_behind_characters_are_said_and_no_words(reading: str) -> None:
    text = f"云岭县{reading}春耕工作方案\n一、检修水渠(A段)。3月底前完成。（责任单位：县{reading}水利局、甲(zhèn)）"
    bulletin = plancli.parse(text.encode())
    task = bulletin.plans[0].tasks[0]
    assert bulletin.plans[0].title == "云岭县春耕工作方案"
    assert task.title == "检修水渠(A段)"
    assert next(body.name for body in task.departments) == "县水利局"
    assert [each.severity for each in bulletin.diagnostics if each.code == "ruby-text"] == ["info"]
    assert bulletin.coverage.lost == 0
