"""Frames that no public site's system puts around an article: offices' own systems, pages of telephones, forms, printed views.

As in `tests.quality.page_frames`, (title, body) → the page; what is clicked here is mostly no link.
"""

from __future__ import annotations

from tests.quality.page_frames import MENU, NEWS, Frame


def spans(words: tuple[str, ...], tag: str = "span") -> str:
    return "".join(f'<{tag} onclick="go({n})">{word}</{tag}>' for n, word in enumerate(words))


def office(title: str, body: str) -> str:
    """An office system of layout tables, its menu in a cell beside the text, none of it links."""
    rows = "".join(f"<tr><td>{word}</td></tr>" for word in ("待办事项(3)", "已办事项", "公文查询", "通讯录"))
    return f"""<html><head><meta charset="utf-8"><title>公文查看 - 协同办公</title></head><body><table width="100%">
<tr><td colspan="2">协同办公平台　欢迎您：何静　[退出]</td></tr><tr><td width="160"><table>{rows}</table></td>
<td><table width="90%"><tr><td align="center"><font size="5">{title}</font></td></tr><tr><td>{body}</td></tr></table></td></tr>
<tr><td colspan="2" align="center">技术支持：信息科　电话：000-0000000</td></tr></table></body></html>"""


def columns(title: str, body: str) -> str:
    """A script's page in columns of divisions: menus and news that are clicked but are no links."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body><div class="a1"><div class="b1">{spans(MENU)}</div>
<div class="b2"><div class="c1"><div class="d1">{title}</div>{body}</div></div><div class="b3"><div class="sidebar"><h4>热门推荐</h4>{spans(NEWS, "div")}</div></div></div></body></html>"""


def telephone(title: str, body: str) -> str:
    """A page for telephones with a bar of buttons beneath."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head><body>
<section class="detail"><h2 class="tit">{title}</h2><p class="info"><span>某县发布</span><span>2021-03-15 10:20</span></p><section class="txt">{body}</section></section>
<div class="footer-bar"><span>收藏</span><span>点赞 12</span><span>评论 3</span><span>分享</span></div></body></html>"""


def form(title: str, body: str) -> str:
    """A form's rows: what it is, then the value."""
    return f"""<html><head><meta charset="gb2312"><title>信息公开 查看</title></head><body><table border="1" width="90%">
<tr><td width="80">标题</td><td>{title}</td></tr><tr><td>正文</td><td>{body}</td></tr></table></body></html>"""


def contents(title: str, body: str) -> str:
    """A page of a knowledge base: a list of contents in it, who changed it beneath."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title} - 知识库</title></head><body><div id="main"><div id="breadcrumb-section">{spans(MENU[:2])}</div>
<h1 id="title-text">{title}</h1><div id="main-content" class="wiki-content"><div class="toc"><ul><li><a href="#a">一、抓好收购</a></li><li><a href="#b">二、守住底线</a></li></ul></div>{body}</div></div>
<div id="footer"><p>由何静于2021-03-15最后修改</p></div></body></html>"""


def marquee(title: str, body: str) -> str:
    """A page of old: a running line above, words of welcome, everything centred."""
    return f"""<HTML><HEAD><TITLE>{title}</TITLE></HEAD><BODY><CENTER><MARQUEE>热烈欢迎各级领导莅临指导</MARQUEE>
<FONT size=6 color=red>{title}</FONT><BR><HR><TABLE width=760><TR><TD align=left>{body}</TD></TR></TABLE><HR><FONT size=2>您是第000128位访客</FONT></CENTER></BODY></HTML>"""


def helper(title: str, body: str) -> str:
    """A page with a window that talks, a reader of pages for the blind and words on the site's rights beneath."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="title" content="{title}"><title>{title}</title></head><body><div id="barrierfree_container">
<div class="article-page"><div class="article-title">{title}</div><div class="article-body" id="zoom">{body}</div><div class="statement">免责声明：本网转载内容版权归原作者所有。</div></div></div>
<div class="ai-robot float-window"><p>您好，我是智能问答小助手，请问有什么可以帮您？</p><p>1.如何办理落户（责任单位：公安局）</p></div></body></html>"""


def tabs(title: str, body: str) -> str:
    """The text and a graphic that explains it, side by side behind tabs."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body><div class="tab-hd">{spans(("文件原文", "图文解读"))}</div>
<div class="tab-bd"><div class="pane"><h1>{title}</h1>{body}</div><div class="pane jiedu" style="display:none"><p>一图读懂</p><p>1.备足仓容，6月底前完成</p></div></div></body></html>"""


def account(title: str, body: str) -> str:
    """A post of an account: who posts, to the minute and from where, on one line beneath the title."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="{title}"><title></title></head><body><div class="rich_media">
<h1 class="rich_media_title">{title}</h1><div class="rich_media_meta_list"><span>粮食局办公室</span> <span>某县粮食</span><em>2024年03月15日 18:00</em><em>某省</em></div>
<div class="rich_media_content" id="js_content">{body}</div></div></body></html>"""


OTHERS: dict[str, Frame] = {
    "office": office, "columns": columns, "telephone": telephone, "form": form, "contents": contents, "marquee": marquee, "helper": helper,
    "tabs": tabs, "account": account,
}  # fmt: skip
