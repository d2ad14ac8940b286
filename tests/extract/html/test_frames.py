"""Frames: the pages that a page shows within itself are read in their places, where they are held with it."""

from __future__ import annotations

import html

import pytest

import plancli
from plancli.errors import Empty, PlancliError
from plancli.extract import extract
from plancli.model.settings import Settings
from plancli.model.source import Line, Source, Table

PLAN = (
    "<html><head><title>x</title>{head}</head><body><h3>槐荫县档案局2025年工作要点</h3><p>一、抓好整理</p>"
    "<p>1.整理旧卷。9月底前完成。（责任单位：整理科）</p><p>2.修复残卷。11月底前完成。（责任单位：修复科）</p></body></html>"
)
SHEET = (
    "<html><head><xml>{said}</xml></head><body><table><tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr>"
    "<tr><td>1</td><td>{task}</td><td>整理科</td></tr></table></body></html>"
)
AROUND = "<html><body><div class=nav><a href=/>首页</a></div>{frame}<div class=foot>版权所有</div></body></html>"


def archive(*parts: tuple[str, str, str], charset: str = "utf-8") -> bytes:
    """A page saved as one file: (Content-Location, Content-ID, page) of each part, the first being shown."""
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n'
    body = b"".join(
        f"\r\n--b\r\nContent-Type: text/html\r\nContent-Location: {where}\r\nContent-ID: <{name}>\r\n\r\n".encode()
        + page.encode(charset)
        for where, name, page in parts
    )
    return head + body + b"\r\n--b--\r\n"


def words(source: Source) -> str:
    lines = [block for block in source.blocks if isinstance(block, Line)]
    cells = [cell for block in source.blocks if isinstance(block, Table) for cell in block.cells()]
    return "".join(line.text for line in [*lines, *(line for cell in cells for line in cell.lines)])


FRAMES = [
    '<iframe src="cid:f2@saved"></iframe>',
    '<iframe src="cid:f2%40saved" width="100%"></iframe>',
    '<iframe src="inner.html#top"></iframe>',
    '<iframe src="https://example.org/doc/inner.html"></iframe>',
    '<object type="text/html" data="../doc/inner.html">另见附件</object>',
    '<frameset cols="20%,*"><frame src="menu.html"><frame src="inner.html"><noframes><body>请更换浏览器</body></noframes></frameset>',
]


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
@pytest.mark.parametrize("frame", FRAMES)
def test_a_held_frame_is_read_where_it_is_shown(frame: str, charset: str) -> None:
    around = AROUND.format(frame=frame) if "frameset" not in frame else f"<html><head></head>{frame}</html>"
    inner = ("https://example.org/doc/inner.html", "f2@saved", PLAN.format(head=""))
    saved = archive(("https://example.org/doc/index.html", "f1@saved", around), inner, charset=charset)
    (plan,) = plancli.parse(saved).plans
    assert plan.title == "槐荫县档案局2025年工作要点"
    assert [(task.title, task.time_nodes[0].raw, task.departments[0].name) for task in plan.tasks] == [
        ("整理旧卷", "9月底前完成", "整理科"), ("修复残卷", "11月底前完成", "修复科")]  # fmt: skip


def test_a_page_in_an_attribute_and_frames_in_frames() -> None:
    inner = AROUND.format(frame=f'<iframe srcdoc="{html.escape(PLAN.format(head=""))}"></iframe>')
    page = AROUND.format(frame=f'<iframe srcdoc="{html.escape(inner)}"></iframe>')
    assert [task.title for task in plancli.parse(page.encode()).plans[0].tasks] == ["整理旧卷", "修复残卷"]


def test_the_style_sheet_of_a_frame_says_what_is_hidden_in_it() -> None:
    sheet = PLAN.format(head="<style>p:last-child{display:none}</style>")
    page = AROUND.format(frame=f'<iframe srcdoc="{html.escape(sheet)}"></iframe>')
    source = extract(page.encode(), settings=Settings())
    assert "修复残卷" not in words(source)
    assert "hidden-text" in {note[0] for note in source.notes}


@pytest.mark.parametrize(
    "frame", ['<iframe width="0" srcdoc="{}"></iframe>', '<iframe height="1px" srcdoc="{}"></iframe>',
              '<iframe style="display:none" srcdoc="{}"></iframe>', '<iframe hidden srcdoc="{}"></iframe>']
)  # fmt: skip
def test_a_frame_that_nobody_sees_is_no_text(frame: str) -> None:
    shown = (
        "<p>三、守护库房。2025年全年轮值，做好防潮、防火、防盗，每月检查一次，发现问题及时上报，确保档案安全。</p>" * 3
    )
    hidden = frame.format(html.escape("<p>二、不在此列。</p>"))
    assert "不在此列" not in words(extract(AROUND.format(frame=shown + hidden).encode(), settings=Settings()))


@pytest.mark.parametrize("frame", ['<iframe srcdoc=""></iframe>', '<iframe src="index.html"></iframe>', '<iframe src="http://[x"></iframe>'])  # fmt: skip
def test_a_frame_that_shows_nothing_or_itself_costs_nothing(frame: str) -> None:
    index = PLAN.format(head="").replace("</body>", frame + "</body>")
    source = extract(archive(("https://example.org/index.html", "f1@saved", index)), settings=Settings())
    assert "整理旧卷" in words(source)


def test_the_sheets_of_a_workbook_saved_as_one_page() -> None:
    book = (
        '<html><head><link id="shLink" href="a.files/1.htm"><link id="shLink" href="a.files/2.htm">'
        '<link id="shLink" href="a.files/3.htm"></head><frameset rows="*,39"><frame src="a.files/1.htm"></frameset></html>'
    )
    sheets = [SHEET.format(said="", task="装订目录"), SHEET.format(said="", task="除尘熏蒸"),
              SHEET.format(said="<x:Visible>SheetHidden</x:Visible>", task="底稿")]  # fmt: skip
    parts = [(f"file:///C:/a.files/{n}.htm", f"s{n}", sheet) for n, sheet in enumerate(sheets, 1)]
    source = extract(archive(("file:///C:/a.htm", "s0", book), *parts), settings=Settings())
    assert "装订目录" in words(source) and "除尘熏蒸" in words(source) and "底稿" not in words(source)
    assert "hidden-text" in {note[0] for note in source.notes}


def test_frames_that_are_not_held_leave_an_empty_page() -> None:
    with pytest.raises(Empty):
        plancli.parse(b'<html><frameset><frame src="a.html"></frameset></html>')


def test_many_frames_and_deep_ones_end() -> None:
    parts = [(f"https://example.org/{n}.html", f"f{n}", f'<p>第{n}页</p><iframe src="{(n + 1) % 9}.html"></iframe>' * 9) for n in range(9)]  # fmt: skip
    try:
        assert "第0页" in words(extract(archive(*parts), settings=Settings()))
    except PlancliError as error:
        assert error.code == "too-large"
