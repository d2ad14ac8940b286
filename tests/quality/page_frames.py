"""What sites put around an article, one function a manner of making sites: (title, body) → the page.

Each has what misleads a reader: navigation, a trail, counts of visits, buttons, lists of other news with numbers, bodies and
times in them, a footer that names bodies.
"""

from __future__ import annotations

from collections.abc import Callable

Frame = Callable[[str, str], str]
NEWS = (
    "一、二季度重点项目集中开工",
    "某县召开推进会 要求6月底前完成全年任务的六成",
    "（三）某局负责人答记者问",
    "2.关于2021年度考核结果的公示",
    "责任单位：各乡镇 打响冬季攻坚战",
)
MENU = ("首页", "要闻动态", "政务公开", "政务服务", "互动交流", "走进某县")


def links(words: tuple[str, ...], tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/{n}.html">{word}</a></{tag}>' for n, word in enumerate(words))


def dated(tag: str = "li") -> str:
    return "".join(
        f'<{tag}><a href="/n/{n}.html" title="{word}">{word}</a><span>2021-0{n + 1}-1{n}</span></{tag}>'
        for n, word in enumerate(NEWS)
    )


def bare(title: str, body: str) -> str:
    """A fragment, as it is copied out of an editor."""
    return f"<div>{body}</div>"


def divisions(title: str, body: str) -> str:
    return f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{title} - 某县人民政府</title>
<meta name="ArticleTitle" content="{title}"><style>.wza-box{{display:none}} .nav li{{float:left}}</style></head><body>
<div class="wza-box">本站支持无障碍浏览，请于3月底前完成注册。（责任单位：信息中心）</div>
<div class="header"><div class="logo">某县人民政府</div><ul class="nav">{links(MENU)}</ul></div>
<div class="w1200"><div class="BreadcrumbNav">当前位置：<a href="/">首页</a> &gt; <a href="/a">政务公开</a> &gt; 计划</div>
<div class="xl_con"><div class="xl_title"><h3>{title}</h3></div>
<div class="xl_info"><span>发布时间：2021-03-15 10:20</span><span>来源：县政府办</span><span>浏览次数：<em>128</em></span><span>字体：[<a>大</a><a>中</a><a>小</a>]</span></div>
<div class="xl_content" id="UCAP-CONTENT"><div class="view TRS_UEDITOR trs_paper_default">{body}</div></div>
<div class="fujian"><p><a href="./P0202103.docx" appendix="true">附件下载.docx</a></p></div>
<div class="bdsharebuttonbox">分享到：<a>微信</a><a>微博</a></div></div>
<div class="xgwz"><h3>相关文章</h3><ul>{dated()}</ul></div></div>
<div class="footer"><p>主办单位：某县人民政府办公室　承办单位：某县大数据中心</p><p>备案序号：某ICP备00000000号　网站标识码：0000000000</p></div>
</body></html>"""


def tables(title: str, body: str) -> str:
    """Tables all over, as sites were made before 2010; small letters and capitals, marks that are not closed."""
    return f"""<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>{title}</TITLE></HEAD>
<BODY bgColor=#ffffff><TABLE width=1000 align=center><TR>{links(MENU, "td")}</TR></TABLE>
<TABLE width=1000 border=0 align=center><TR><TD vAlign=top width=200><TABLE><TR><TD>栏目导航</TD></TR><TR><TD><A href="/1">机构设置</A></TD></TR>
<TR><TD><A href="/2">政策法规</A></TD></TR><TR><TD><A href="/3">计划总结</A></TD></TR></TABLE></TD>
<TD vAlign=top><TABLE width="100%"><TR><TD>您现在的位置：<A href="/">首页</A> >> <A href="/z">计划总结</A> >> 正文</TD></TR>
<TR><TD align=center><FONT size=5><B>{title}</B></FONT></TD></TR>
<TR><TD align=center>【字体：<A>大</A> <A>中</A> <A>小</A>】 作者：佚名　来源：本站　点击数：<SCRIPT src="/hits.asp"></SCRIPT>　更新时间：2021-3-15</TD></TR>
<TR><TD class=content>{body}</TD></TR>
<TR><TD align=right>【<A href="javascript:window.print()">打印此文</A>】【<A href="javascript:window.close()">关闭窗口</A>】</TD></TR>
<TR><TD>上一篇：<A href="/7">{NEWS[1]}</A><BR>下一篇：<A href="/8">{NEWS[2]}</A></TD></TR></TABLE></TD></TR></TABLE>
<TABLE width=1000 align=center><TR><TD align=center>版权所有：某市某局<BR>地址：文化路1号　邮编：000000<BR>技术支持：某某科技公司</TD></TR></TABLE></BODY></HTML>"""


def record(title: str, body: str) -> str:
    """The page of a catalogue of public information, a record on top, the names of classes as its system writes them."""
    return f"""<!doctype html><html><head><meta charset="utf-8"><title>{title}_某市某局</title></head><body>
<div id="top"><div class="topbar"><a>登录</a><a>注册</a></div><div class="banner"></div></div>
<div class="container"><div class="leftnav"><h2>政府信息公开</h2><ul><li><a>指南</a></li><li><a>制度</a></li><li><a>法定主动公开内容</a></li></ul></div>
<div class="rightcon"><div class="xxgk-detail">
<table class="xxgk_table" width="100%"><tr><th>索 引 号：</th><td>00000000/2021-00031</td><th>信息分类：</th><td>工作计划</td></tr>
<tr><th>主题分类：</th><td>综合政务</td><th>发布日期：</th><td>2021-03-15</td></tr>
<tr><th>有 效 性：</th><td>有效</td><th>关 键 词：</th><td>计划、任务</td></tr>
<tr><th>内容概述：</th><td colspan="3">{title}</td></tr></table>
<h1 class="title">{title}</h1>
<form name="_newscontent_fromname"><div class="v_news_content" id="vsb_content_2">{body}</div></form>
<p>附件【<a href="/system/_content/download.jsp?x=1">{title}.pdf</a>】已下载<span id="nattach">12</span>次</p></div></div></div>
<div class="foot"><ul>{links(("网站地图", "联系我们", "关于我们"))}</ul><p>主办：某市某局　技术支持：某公司</p></div></body></html>"""


def blog(title: str, body: str) -> str:
    """A blog's page: an article beside widgets and comments."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><meta property="og:title" content="{title}"/><title>{title} – 某学校</title></head>
<body class="single single-post"><header id="masthead"><p class="site-title">某学校</p><nav><ul>{links(MENU)}</ul></nav></header>
<main><article class="post"><header class="entry-header"><h1 class="entry-title">{title}</h1><div class="entry-meta"><time>2021年3月15日</time> 由 <a>admin</a> 发布</div></header>
<div class="entry-content">{body}</div><footer class="entry-footer">分类：<a>计划</a></footer></article>
<nav class="post-navigation"><a rel="prev">{NEWS[0]}</a><a rel="next">{NEWS[3]}</a></nav>
<section id="comments"><h2>发表评论</h2><form><textarea>说点什么</textarea><button>提交</button></form></section></main>
<aside class="widget-area"><h2>近期文章</h2><ul>{links(NEWS)}</ul></aside>
<footer class="site-footer">自豪地采用某程序</footer></body></html>"""


def nameless(title: str, body: str) -> str:
    """A page that a script made: names that say nothing, no elements with a meaning."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body><div id="app" data-v-1a>
<div class="c-1x9"><div class="c-3kd"><span><a href="#/">首页</a></span><span><a href="#/a">新闻</a></span><span><a href="#/b">公开</a></span><span><a href="#/c">服务</a></span></div></div>
<div class="c-77a"><div class="c-90e"><div class="c-1a1">{title}</div><div class="c-2b2"><span>2021-03-15</span></div><div class="c-4f0">{body}</div></div>
<div class="c-5e5"><div class="c-6d6">热点推荐</div>{dated("div")}</div></div>
<div class="c-9zz"><div><a href="#/l">友情链接</a> <a href="#/m">网站地图</a> <a href="#/n">隐私声明</a></div></div></div></body></html>"""


def account(title: str, body: str) -> str:
    """A public account's page, which a script shows only when it has loaded."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="{title}"><title></title></head><body>
<div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content"><div id="img-content">
<h1 class="rich_media_title" id="activity-name">{title}</h1><div id="meta_content"><span>某县发布</span> <em id="publish_time">2021-03-15</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;"><section><section>{body}</section></section></div></div>
<div class="rich_media_tool" id="js_tags"><p>预览时标签不可点</p></div></div></div></div>
<div class="weui-dialog" style="display:none"><div>继续滑动看下一个</div></div><div id="js_pc_qr_code" style="display:none">微信扫一扫关注该公众号</div></body></html>"""


FRAMES: dict[str, Frame] = {
    "bare": bare, "divisions": divisions, "tables": tables, "record": record, "blog": blog, "nameless": nameless, "account": account,
}  # fmt: skip
