"""HTML: the article and nothing around it, whatever made the page; what is seen and not what is hidden; errors that help."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plancli
from plancli.errors import Empty, InputError, TooLarge
from plancli.extract import extract
from plancli.model.settings import Limits, Settings
from plancli.model.source import Line, Source, Table
from tests.extract.html.other_frames import OTHERS
from tests.quality.page_frames import FRAMES

TITLE = "某县粮食局2024年工作要点"
BODY = (
    f"<p align=center><b>{TITLE}</b></p><p>一、抓好收购</p><p>1.备足仓容。6月底前腾仓10万吨。（责任单位：仓储科）</p>"
    "<table border=1><tr><td>序号</td><td>工作任务</td><td>责任单位</td><td>完成时限</td></tr>"
    "<tr><td>1</td><td>检修设备</td><td>设备科</td><td>3月底</td></tr><tr><td>2</td><td>清仓查库</td><td>仓储科</td><td>9月底</td></tr></table>"
    "<p>二、守住底线</p><p>2.严查隐患。每季度检查一次。（责任单位：安全科）</p>"
)


def page(text: str, **options: object) -> Source:
    return extract(text.encode(), settings=Settings(**options))  # type: ignore[arg-type]


def words(source: Source) -> list[str]:
    """What each line says, and each cell."""
    found: list[str] = []
    for block in source.blocks:
        if isinstance(block, Line):
            found.append(block.text.strip())
        elif isinstance(block, Table):
            found += ["/".join(line.text for line in cell.lines) for cell in block.cells()]
    return [word for word in found if word]


def notes(source: Source) -> dict[str, str]:
    return {code: message for code, message, _ in source.notes}


@pytest.mark.parametrize("frame", FRAMES)
def test_the_article_alone_is_text_in_every_frame(frame: str) -> None:
    alone = words(page(f"<html><body>{BODY}</body></html>"))
    framed = page(FRAMES[frame](TITLE, BODY))
    assert words(framed) == alone
    assert framed.media_type == "text/html"


@pytest.mark.parametrize("frame", FRAMES)
def test_an_article_without_its_title_takes_the_page_s(frame: str) -> None:
    body = BODY.partition("</p>")[2]
    framed = words(page(FRAMES[frame](TITLE, body)))
    assert framed[0] == (TITLE if frame != "bare" else "一、抓好收购")
    assert framed.count(TITLE) == (frame != "bare")


@pytest.mark.parametrize("titled", [True, False])
@pytest.mark.parametrize("frame", OTHERS)
def test_the_plan_is_the_same_in_frames_of_other_systems(frame: str, titled: bool) -> None:
    page_of = OTHERS[frame]
    (plan,) = plancli.parse(page_of(TITLE, BODY if titled else BODY.partition("</p>")[2]).encode()).plans
    (alone,) = plancli.parse(f"<html><body>{BODY}</body></html>".encode()).plans
    assert plan.title == alone.title
    assert [task.title for task in plan.tasks] == [task.title for task in alone.tasks]
    assert [task.text for task in plan.tasks] == [task.text for task in alone.tasks]
    assert [node.raw for task in plan.tasks for node in task.time_nodes] == ["6月底前", "3月底", "9月底", "每季度"]
    assert [section.title for section in plan.sections] == [section.title for section in alone.sections]


@pytest.mark.parametrize("frame", [frame for frame in FRAMES if frame != "bare"])
def test_what_was_left_out_is_said(frame: str) -> None:
    said = notes(page(FRAMES[frame](TITLE, BODY)))
    assert "characters around the article were left out" in said["web-frame"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display:none'>3.秘密任务。</p>",
        "<div hidden><p>3.秘密任务。</p></div>",
        "<p class=x>3.秘密任务。</p>",
        "<p id=y>3.秘密任务。</p>",
        "<span style='VISIBILITY: hidden'>3.秘密任务。</span>",
        "<p style='mso-hide:all'>3.秘密任务。</p>",
        "<template><p>3.秘密任务。</p></template>",
        "<script>document.write('3.秘密任务。')</script>",
        "<!-- <p>3.秘密任务。</p> -->",
        "<noscript>3.秘密任务。</noscript>",
        "<textarea>3.秘密任务。</textarea>",
        "<div class=tabs><p class='pane on'>甲</p><p class=pane>3.秘密任务。</p></div>",
        "<ul class=gone><li><p>3.秘密任务。</p></li></ul>",
        "<p class=a>甲</p><p class='a z'>3.秘密任务。</p>",
        "<p class=k>甲</p><p>3.秘密任务。</p>",
    ],
)
def test_what_is_hidden_is_no_text(hidden: str) -> None:
    style = "<style>@media print{p{display:none}} .x, b.z{display:none} #y{display:none!important}"
    style += ".tabs .pane{display:none} .tabs>.pane.on{display:block} .gone li{display:none} .a.z{display:none} .k + p{display:none}</style>"
    source = page(f"<html><head>{style}</head><body>{BODY}{hidden}</body></html>")
    assert not any("秘密" in word for word in words(source))
    assert [word for word in words(source) if word != "甲"][-1].startswith("2.严查隐患")


def test_hidden_words_are_said() -> None:
    source = page(f"<html><body>{BODY}<p style='display:none'>3.秘密任务。</p></body></html>")
    assert "3.秘密任务。" in notes(source)["hidden-text"]


def test_a_page_that_a_script_shows_is_read() -> None:
    source = page(f"<html><body><p>请启用脚本</p><div style='display:none'>{BODY}</div></body></html>")
    assert "1.备足仓容。6月底前腾仓10万吨。（责任单位：仓储科）" in words(source)
    assert "they were read" in notes(source)["article-guessed"]


@pytest.mark.parametrize("said", ["utf-8", "gb2312", "gbk", "big5", "iso-8859-1", "x-none", None])
@pytest.mark.parametrize("real", ["utf-8", "gb18030", "utf-8-sig", "utf-16"])
def test_a_charset_that_lies_does_not_matter(said: str | None, real: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={said}">' if said else ""
    text = f"<html><head>{meta}</head><body>{BODY}</body></html>"
    assert words(extract(text.encode(real), settings=Settings())) == words(page(f"<html><body>{BODY}</body></html>"))


def test_xhtml_with_a_declaration() -> None:
    text = '<?xml version="1.0" encoding="gb2312"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/x.dtd">'
    source = extract(f"{text}<html><body>{BODY}</body></html>".encode("gb18030"), settings=Settings())
    assert words(source)[0] == TITLE


def test_white_space_is_as_a_browser_shows_it() -> None:
    source = page(
        "<html><body><p>&nbsp;&nbsp;一、\n   抓好\t收购<br>二、守住<span> 底线</span></p><pre>三、甲\n四、乙</pre></body></html>"
    )
    lines = [block.text for block in source.blocks if isinstance(block, Line)]
    assert lines == ["\xa0\xa0一、 抓好 收购", "二、守住 底线", "三、甲", "四、乙"]
    assert all(block.ending == "hard" for block in source.blocks if isinstance(block, Line))


def test_headings_bold_type_and_centred_lines_are_told() -> None:
    source = page(
        "<html><body><h2>甲</h2><p style='text-align:center'>乙</p><p><b>丙</b><b>丁</b></p><p><b>戊</b>己</p></body></html>"
    )
    lines = [block for block in source.blocks if isinstance(block, Line)]
    assert [(line.outline, line.bold, line.centered) for line in lines] == [
        (2, True, False), (None, False, True), (None, True, False), (None, False, False),
    ]  # fmt: skip


RECORD = {
    "a table": "<table><tr><td>索 引 号：</td><td>1</td><td>发文机关：</td><td>某县粮食局</td></tr><tr><td>标　　题：</td><td colspan=3>关于印发某要点的通知</td></tr>"
    "<tr><td>发文字号：</td><td>某粮〔2024〕7号</td><td>成文日期：</td><td>2024年02月03日</td></tr></table>",
    "a list": "<ul><li><b>索引号：</b>1</li><li><b>发文机关：</b><span>某县粮食局</span></li><li><b>标题：</b>关于印发某要点的通知</li>"
    "<li>发文字号：某粮〔2024〕7号</li><li>成文日期：2024-02-03</li><li>发布日期：2024-03-09</li></ul>",
    "names and values": "<dl><dt>索引号</dt><dd>1</dd><dt>发布机构</dt><dd>某县粮食局</dd><dt>名称</dt><dd>关于印发某要点的通知</dd><dt>文号</dt><dd>某粮〔2024〕7号</dd>"
    "<dt>生成日期</dt><dd>2024-02-03</dd></dl>",
    "divisions": "<div><div><span>索引号：</span><span>1</span></div><div><span>发文单位：</span><span>某县粮食局</span></div><div><span>信息名称：</span><em>关于印发某要点的通知</em></div>"
    "<div><span>文件编号：</span>某粮〔2024〕7号</div><div><span>印发日期：</span>2024年2月3日</div></div>",
    "one line": "<p>索引号：1　发文机关：某县粮食局　标题：关于印发某要点的通知　文号：某粮〔2024〕7号　成文日期：2024年2月3日　发布日期：2024年3月9日</p>",
}


@pytest.mark.parametrize("shape", RECORD)
def test_the_record_of_a_site_fills_the_notice_and_no_plan(shape: str) -> None:
    bulletin = plancli.parse(f"<html><body>{RECORD[shape]}{BODY}</body></html>".encode())
    notice = bulletin.notice
    assert notice is not None
    assert (notice.title, notice.doc_number, notice.issuer, str(notice.issued_on)) == (
        "关于印发某要点的通知", "某粮〔2024〕7号", "某县粮食局", "2024-02-03",
    )  # fmt: skip
    plan = bulletin.plans[0]
    assert (plan.title, plan.doc_number, len(plan.tasks)) == (TITLE, "某粮〔2024〕7号", 4)
    assert not plan.preamble


def test_names_of_a_record_at_the_head_of_a_table_of_tasks_stay() -> None:
    table = "<table><tr><td>分类</td><td>名称</td><td>文号</td><td>公开时间</td></tr><tr><td>一</td><td>甲</td><td>乙</td><td>3月</td></tr></table>"
    assert "名称" in words(page(f"<html><body>{BODY}{table}</body></html>"))


def test_files_that_a_page_links_are_named() -> None:
    source = page(f"<html><body>{BODY}<p>附件：<a href='./a.docx'>任务表</a> <a href='b.html'>乙</a></p></body></html>")
    assert notes(source)["attachment-link"] == "the page links files that were not read: 任务表 (./a.docx)"


def test_a_page_without_text_is_empty() -> None:
    with pytest.raises(Empty):
        page("<html><body><script>var a</script><img src=a.png></body></html>")


def test_a_page_over_the_limit() -> None:
    with pytest.raises(TooLarge):
        page(f"<html><body>{BODY}</body></html>", limits=Limits(text_bytes=100))


def test_elements_that_are_never_closed() -> None:
    assert words(page("<html><body>" + "<div><font>" * 300 + BODY + "</body></html>"))[0] == TITLE
    with pytest.raises(TooLarge, match="nests"):
        page("<html><body>" + "<div><font>" * 5000 + BODY + "</body></html>")


def test_no_entity_is_fetched() -> None:
    text = f'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><body><p>&a;</p>{BODY}</body></html>'
    assert not any("root:" in word for word in words(page(text)))


MARKUP = st.lists(
    st.sampled_from(
        ["<table>", "</table>", "<tr>", "</tr>", "<td rowspan=9>", "<td colspan=999>", "<th>", "</td>", "<p>", "</p>", "<div>", "</div>", "<ol start=x>",
         "<li value=9>", "</ol>", "<br>", "甲", "一、乙。", "<b>", "</b>", "<center>", "<![if !x]>", "<o:p>", "&#0;", "&#xD800;", "<a href=x>", "<caption>",
         "<tbody>", "</tbody>", "<select><option>", "<pre>\n", "索引号：", "<h1>", "<style>a{", "<!--", "<form>", "<thead>", "<tfoot>"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@settings(derandomize=True, deadline=None, max_examples=300)
@given(MARKUP)
def test_any_markup_gives_blocks_or_an_input_error(markup: str) -> None:
    try:
        source = page(f"<html><body>甲{markup}")
    except InputError:
        return
    for block in source.blocks:
        if isinstance(block, Table):
            assert len({len(row) for row in block.rows}) == 1
            assert all(
                cell.row <= r and cell.column <= c for r, row in enumerate(block.rows) for c, cell in enumerate(row)
            )


@pytest.mark.parametrize("unit", ["甲乙 ", "@a ", "@media ", "/*", "a{", "a{b{c}", "@a{b{c}", "}"])
def test_a_style_sheet_that_never_ends_is_read_once(unit: str) -> None:
    """Minutes, where each of its marks is followed to the end."""
    style = f"<style>.x{{display:none}} {unit * 60_000}</style>"
    html = f"<html><head>{style}</head><body><p class=x>藏</p><p>1.推进建设项目落地</p></body></html>"
    assert words(page(html)) == ["1.推进建设项目落地"]


@pytest.mark.parametrize("code", ["1", "0001", "12", "x1f", "xFFFE", "x0", "65534", "xd800"])
def test_references_to_what_no_text_may_hold_are_left_out(code: str) -> None:
    html = f"<html><body><p>1.推进<!-- 隐 -->&#{code};建设<script>x</script>&#{code};项目\f</p><p>&#x4e8c;、落地</p></body></html>"
    assert words(page(html)) == ["1.推进建设项目", "二、落地"]


@pytest.mark.parametrize(
    "title",
    [
        "云岭县第二中学-教务在线-云岭县第二中学2026年教研工作计划",
        "云岭县第二中学2026年教研工作计划-云岭县第二中学",
        "教务在线 | 云岭县第二中学2026年教研工作计划",
        "云岭县第二中学2026年教研工作计划",
    ],
)
def test_the_part_of_a_page_s_title_that_names_the_plan(title: str) -> None:
    items = "<br>".join(f"{n}、开展第{n}次听课评课，{n + 2}月底前完成。（责任部门：教务处）" for n in range(1, 9))
    page = f"<html><head><title>{title}</title></head><body><table><tr><td>{items}</td></tr></table></body></html>"
    assert plancli.parse(page.encode()).plans[0].title == "云岭县第二中学2026年教研工作计划"


@pytest.mark.parametrize(
    "lead", ["为把梯田变成产业，制定本行动计划。", "现制定本工作方案。", "根据省里要求，制定今年的工作要点。"]
)
@pytest.mark.parametrize(
    "title", ["云岭县旅游三年行动计划（2031—2033年）", "云岭县旅游工作方案（试行）", "云岭县2031年旅游工作要点"]
)
def test_a_sentence_that_ends_as_a_title_does_is_none(title: str, lead: str) -> None:
    items = "<p>1.修路。6月底前完工。</p><p>2.植树。责任单位：林业站</p>"
    body = f"<div class=nav><a href=/>首页</a></div><h1>{title}</h1><div class=content><p>{lead}</p>{items}</div>"
    assert [plan.title for plan in plancli.parse(f"<html><body>{body}</body></html>".encode()).plans] == [title]


@pytest.mark.parametrize("called", ["云岭县水利局要点", "云水局2026年工作要点", "工作计划-云岭水利"])
def test_a_page_called_by_its_title_cut_short(called: str) -> None:
    title = "云岭县水利局2026年工作要点"
    page = f"<title>{called}</title><p>{title}</p><p>1.修渠。6月底前完工。</p><p>2.植树。责任单位：林业站</p>"
    assert [plan.title for plan in plancli.parse(f"<html>{page}</html>".encode()).plans] == [title]


@pytest.mark.parametrize("written", ["⼀、抓好收购", "&#x2F00;、抓好收购", "<span>&#12032;</span>、抓好收购"])
def test_other_forms_of_a_character_are_the_usual_one_however_they_are_written(written: str) -> None:
    assert "一、抓好收购" in words(page(f"<p>{TITLE}</p><p>{written}</p><p>二、守住底线</p>"))


@pytest.mark.parametrize("names", [("公开时间", "公开方式", "公开范围"), ("发布日期", "文件名称", "信息分类")])
def test_names_of_a_record_in_a_long_table_of_tasks_are_its_words(names: tuple[str, ...]) -> None:
    said = "".join(f"<p>{name}：按规定</p>" for name in names)
    rows = (f"<tr><td>{n}</td><td>清查第{n}批</td><td>{said if n == 36 else '办公室'}</td></tr>" for n in range(1, 41))
    head = "<tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr>"
    source = page(f"<p>{TITLE}</p><table>{head}{''.join(rows)}</table>")
    assert "/".join(f"{name}：按规定" for name in names) in words(source)
    assert not source.record
