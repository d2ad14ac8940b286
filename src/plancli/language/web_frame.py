"""What a web page puts around a document, and a browser around the page when it prints it. Lines without white space."""

from __future__ import annotations

from ..grammar.pattern import Pattern
from .bodies import any_of
from .lexicon import load
from .page_record import BEFORE_NAMES

_POINTERS = "↑↓↖↗↙↘⇧⇩⬆⬇▲▼△▽☝👆👇☞👉👈"  # at what a reader is to tap
DAY = r"\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?"
CLOCK = r"(?:\s?\d{1,2}:\d{2}(?::\d{2})?)"
_BUTTON = r"(?:我要|加入|取消|我的)?(?:打印|关闭|收藏|下载|纠错)(?:本页|窗口|页面|全文|整页|内容|(?:文字|图片|PDF|Word|OFD)版)?|(?:PDF|Word|OFD|文字版|图片版)(?:格式)?下载|公报PDF|返回(?:顶部|首页|列表|上页)|无障碍(?:浏览|阅读)|(?:长者|关怀|适老)(?:模式|版)"
POSTING = r"(?:信息|文章|稿件|新闻)?(?:发[布表文]|更新|成文|公开|生成|录入|添加|上传|提交|归档)(?:时间|日期)"
WORDS = load("web")
READINGS = rf"(?:信息|文章|稿件|新闻)?{any_of(WORDS['read'])}(?:人?次数?|人数|量|数)?"
# What may stand beside other such items on one line.
_ITEM = (
    rf"(?:{POSTING}[:：]{DAY}{CLOCK}?"
    rf"|(?<=.)(?:时间|日期)[:：]{DAY}{CLOCK}?"
    r"|(?:信息|文章|稿件)?来源[:：][^:：|｜]{0,24}?|作者[:：][^:：|｜]{0,12}?|(?:责任)?编辑[:：][^:：|｜]{0,12}?"
    rf"|{READINGS}[:：][\d-]*人?次?"
    r"|(?:发布[者人]?|录入[者人])[:：][^:：|｜。]{0,20}|(?:字|字体|字号)[:：]?[【\[(（](?:[】\])）]|[超大中小|｜\[\]【】]{3,12}[】\])）])|(?:字|字体|字号)[:：]?(?:超大|大)[|｜]?中[|｜]?小|分享(?:到|至)?[:：]?|【|】|\[|\]|"
    + _BUTTON
    + ")"
)
_ITEMS = Pattern(
    rf"(?:(?:时间|日期)[:：]{DAY}{CLOCK}?[|｜/·]?(?={_ITEM}))?{_ITEM}[|｜/·]*(?:(?:{_ITEM}|{DAY}{CLOCK}?)[|｜/·]*)*",
    begins="时日发更成公生录添上提归信文稿新来作责编浏访阅点查字分【】[]我加取打关收下纠返无长适PWOpwo图",
    needs=(":：字分【】[]打关收下纠返无式版Ff",),
)
_PLACE = r"(?:您?的?当前(?:所在)?的?|您(?:现在?)?(?:所)?在?的?|所在)位置(?:[:：]|[>＞»›]).*"  # where a reader is among the columns of a site
_FRAME_WORDS = (
    "位置", "首页", "正文", "全文", "内容", "欢迎", "今天是", "分享", "扫一扫", "网站", "我们", "点击", "长按", "一篇", "一条", "附件下载", "版权", "ICP备", "相关链接",
    "相关文档", "相关附件", "会员", "用户", "浏览", "访问", "阅读", ">", "＞", "»", "›", "×", "✕", "✖", "☰", ":::", "跳", "离开", "继续", "关注", "在看", "赞", "END", "下载",
)  # fmt: skip
_LINE = Pattern(
    _PLACE
    + r"|首页(?:[>＞»›/].*)?|(?:正文|全文|文件全文|详细内容|正文内容)[:：]?|[>＞»›]+[^。]*|.{2,20}欢迎[您你][!！]?|今天是[:：].{0,24}|(?:[^>＞»›。，；]{1,16}[>＞»›]+){2,}[^>＞»›。，；]{0,40}|[×✕✖☰]+|:::|跳(?:转?[到至]|过)(?:主要|页面)?(?:内容|正文|导航)(?:区块?|区域)?|分享(?:到|至)(?:[:：].*|(?:[^。，；]{0,4}(?:微信|微博|朋友圈|空间|QQ|好友|钉钉|抖音)){1,4})|(?:用?(?:微信|手机))?扫一扫.*(?:打开|分享|查看).*"
    r"|(?:您(?:访问|点击)的链接)?即将离开.{2,40}|是否继续(?:访问)?[?？]?|继续访问(?:放弃|取消)?"  # asked of who leaves a site
    r"|(?:(?:主办|承办|管理|维护|技术支持)(?:单位)?[:：][^。；，]{2,40})?(?:网站地图|网站声明|联系我们|关于我们)"
    r"|(?:轻?点|戳|点击).{0,4}蓝(?:字|色).{0,16}关注.{0,12}|关注我们|[-—–·]*(?:END|THEEND)[-—–·]*|(?:点(?:亮|个|击)?|记得|别忘了?点?)[^。，；]{0,4}(?:在看|赞(?![美扬誉助同颂])).{0,12}|(?:微信)?扫一扫关注.{0,12}|长按.{0,8}二维码.{0,12}"
    r"|(?:《[^《》]+》|本文档?)由.{0,12}(?:会员|用户).{0,6}(?:分享|上传|贡献|提供).*"
    r"|(?:上|下)一(?:篇|条)[:：].*|[^㐀-鿿。]{0,6}(?:(?:点击|点此)下载|(?:点击|点此|请)?下载(?:此|本)?(?:文件|附件|文档|全文|原文)|(?:原文|附件|文件|全文|文档)下载)[^㐀-鿿。]{0,6}|版权所有.*|.*ICP备\d+号.*|相关(?:链接|文档|附件)[:：]?|浏览(?:次数|量)[:：]?\d*人?次?|(?:访问|阅读|点击)(?:次数|量|数)[:：]?\d*人?次?",
    needs=(_FRAME_WORDS,),
)
# The hour at which it was posted, and what a browser prints above and below: the address, the day and the hour.
_PRINTED = Pattern(
    rf"(?:(?:时间|日期)[:：]|(?:发[布表帖]|更新)于)?{DAY}{CLOCK}(?:[|｜]?(?:来源[:：])?[㐀-鿿]{{2,20}})?"
    rf"|(?:https?|file)://[^\u3000-\uffef]+|\d{{1,4}}/\d{{1,2}}/\d{{1,4}},?(?:上午|下午)?{CLOCK}(?:[AP]M)?.*",
    begins="0时日发更hHfF",
    needs=(":",),
)
# When a page was posted, by whom, how often it was read, on one line in any order.
_POSTED = Pattern(
    rf"(?=(?:{DAY}|(?:{POSTING}|日期|时间)[:：]|(?:栏目|分类|来源|作者|发布|编辑|录入)[:：]))"
    rf"(?=.*{DAY})(?=.*(?:{READINGS}[:：]|作者[:：]|录入者?[:：]|\d位读者|\d次收藏))[^。；;]{{8,90}}",
    needs=(
        "-年./",
        [*WORDS["read"], "作者", "录入", "读者", "收藏"],
    ),
)


# What stands above links to other documents.
_OVER_LINKS = Pattern(
    r"【?(?:相关|热点|热门|推荐|最新|猜你喜欢|延伸|更多|友情|站内|关联|精彩)(?:链接|新闻|文章|阅读|文件|文档|解读|推荐|信息|政策|资讯|报道|稿件|内容|排行)】?[:：]?"
    r"|(?:[您你]?可能还?(?:感兴趣|喜欢)|[^。]{1,40}相关)的?(?:文章|阅读|推荐|内容|文档)[:：]?|政策解读|图文解读|解读材料|扫一扫.{0,20}"
    r"|友情链接[:：].*|往期.{2,4}|[上下前后]一[篇条页则个][^，；]{0,2}(?:[:：].*)?|分享(?:到|至)?[:：]?",
    needs=(("章", "读", "推荐", "内容", "文档", "闻", "链接", "文件", "信息", "政策", "资讯", "报道", "稿件", "排行", "解读", "扫一扫", "往期", "一", "分享"),),
)  # fmt: skip


def is_web_frame(text: str) -> bool:
    """True where a line without white space is nothing but the frame of a web page: where one is, buttons, counts of
    visits, the address and the hour that a browser prints above and below."""
    text = text.lstrip(BEFORE_NAMES).strip(_POINTERS)
    found = _ITEMS.fullmatch(text) or _LINE.fullmatch(text) or _PRINTED.fullmatch(text) or _POSTED.fullmatch(text)
    return found is not None


def heads_links(text: str) -> bool:
    """True where a line is nothing but what a page sets above links to other documents: 相关链接, 政策解读, 上一篇：…."""
    return _OVER_LINKS.fullmatch(text) is not None
