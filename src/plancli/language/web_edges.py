"""What a web page has above a document's title and behind its end, and hardly any plan: lines that elsewhere may be text. Without
white space."""

from __future__ import annotations

from ..grammar.pattern import Pattern
from .web_frame import CLOCK, DAY, POSTING, READINGS, heads_links, is_web_frame

# Whose hands a page went through, how often it was read.
_HANDS = (
    r"(?:信息|文章|稿件|新闻)?(?:发布|录入|上传|供稿|撰稿|投稿|撰[文写]|来稿|审[核签稿]|[初复终一二三]审|编[审校辑发]|校[对审]|核稿|责编|责任(?:编辑|校对)|监制|摄影|图文|通讯员|记者|作者|信息员|来源|稿[源件])"
    r"(?:[者人员]|单位|部门|科室)?[:：|｜丨]"
)
_COUNT = r"已?(?:阅读|浏览|点击|访问|观看|转发|点赞|评论|收藏|阅)(?:量|数|次数)?[:：]?[\d.]+[万w]?\+?(?:次|人|条)?"
_EDGE_WORDS = (
    "发布", "录入", "上传", "供稿", "撰稿", "投稿", "来稿", "核稿", "审稿", "稿源", "稿件", "撰文", "撰写", "审核", "审签", "初审", "复审", "终审", "一审", "二审",
    "三审", "编审", "编校", "编辑", "编发", "责编", "校对", "校审", "监制", "摄影", "图文", "通讯员", "记者", "字体", "字号", "作者", "信息员", "来源", "时间", "日期", "阅", "浏览", "点击", "访问",
    "观看", "查看", "转发", "赞", "评论", "收藏", "在看", "分享", "喜欢", "留言", "导出", "举报", "纠错", "打印", "关闭", "预览", "返回", "今", "现在", "欢迎", "首页", "载自",
    "转自", "链接", "注明", "原创", "收录", "详细", "内容", "标签", "关键", "TAG", "推荐度", "TOP", "A", "展开", "收起", "沙发", "文明", "下载", "声明", "提示", "转载", "版权",
    "仅供", "侵权", "为准", "删除",
)  # fmt: skip
_NAMED = Pattern(rf"{_HANDS}|(?:{POSTING}|{READINGS}|时间|日期|字体|字号)[:：]|{_COUNT}", needs=(_EDGE_WORDS,))
_SURE = Pattern(rf"{_HANDS}|{READINGS}[:：]|{_COUNT}")
_BEFORE_NAMES = Pattern(rf"(?:{DAY}|{CLOCK}|[【】\[\]（）()|｜·/—-])*")
_LONGEST_VALUE = 24
_OPEN = Pattern("[:：。；](?!\\d)")
_BUTTON = "(?:阅读|浏览|点赞|赞|在看|分享|收藏|评论|转发|喜欢|留言|导出|举报|纠错|打印|关闭|预览|返回列表?)"
_EDGE = Pattern(
    rf"(?=.*(?:{POSTING}[:：】\]]{{1,2}}{DAY}|{READINGS}[:：]\d))[^。；]{{8,120}}"
    rf"|(?:{_BUTTON}[:：]?[\d.]*[万wk+]*次?)+|(?=.*{_BUTTON})(?:[【\[〖][^【】\[\]〖〗]{{1,10}}[】\]〗]){{2,}}"
    r"|(?:今|现在)[天是]+\d.{4,40}|[^。，；]{0,6}欢迎[您你]?(?:访问|光临|进入|来到|浏览).*|.{0,6}(?:网站|设为)首页.*"
    r"|(?:以下)?本?(?:文章?|文档|内容)?(?:来源于?|转载?自|链接)[:：]?.{2,60}|(?:转载)?请注明.*|原创.{0,16}|收录于.*"
    r"|详细信息|公开(?:具体)?内容|(?:标签|关键[词字]|TAGS?|推荐度)[:：].*|TOP\W*|(?:A[+-]? ?){2,4}"
    r"|(?:阅读|查看)(?:原文|全文|更多)|展开全文|(?:点击)?收起|预览时标签不可点.*|.{0,8}人还喜欢"
    r"|暂无评论.*|.{0,6}抢沙发.*|(?:我要|发表|网友|查看|最新|文章)评论.*|文明上网.*|下载(?:本?(?:全文|文章)|.{0,8}(?:文档|文件)).*"
    r"|(?:特别|免责|版权|郑重)?(?:声明|提示)[:：].*(?:转载|版权|侵权|网站|本站|上传|作者|删除).*"
    r"|(?:凡|本站|本网|未经|以上(?:内容|信息)|如有)[^；]{0,40}(?:转载|来源|版权|仅供参考|侵权|为准|删除).*",
    needs=(_EDGE_WORDS,),
)
# Who keeps the site, and where: below the frame of a page, never above it.
_FOOT = Pattern(
    r"[^。]*(?:版权(?:所有|归)|(?:[Cc]opy\s?|COPY\s?)(?:[Rr]ight|RIGHT)|(?:[Aa]ll|ALL)\s?(?:[Rr]ights|RIGHTS)|(?:[Pp]owered|POWERED)|©|ICP[备证]|网安备|网站标识码|(?:技术|网站)(?:支持|维护|建设|制作)[:：]|浏览器|分辨率"
    r"|网站地图|友情链接|隐私(?:声明|保护|政策)|法律声明|网站声明|加入收藏|联系我们|关于我们|[回返]到?顶部|访问量[:：]|位(?:访客|访问者|网友)|网友评论)[^。]*",
    needs=(("版权", "opy", "OPY", "ll", "LL", "owered", "OWERED", "©", "ICP", "安备", "标识码", "支持", "维护", "建设", "制作", "浏览器", "分辨率", "地图", "链接", "隐私", "声明", "收藏", "我们", "顶部", "访问量", "访客", "访问者", "网友"),),
)  # fmt: skip


def is_at_edge(text: str) -> bool:
    """True where a line, above a document's title or behind its end, is nothing but a page's frame."""
    return is_web_frame(text) or _EDGE.fullmatch(text) is not None or _is_named(text)


def _is_named(text: str) -> bool:
    """Whether a line is nothing but names with short values: 2024-02-06撰稿：李某审核：王某浏览：12次."""
    before, *values = _NAMED.split(text)
    if not values or not _BEFORE_NAMES.fullmatch(before) or not _SURE.search(text):
        return False
    return all(len(value) <= _LONGEST_VALUE and not _OPEN.search(value) for value in values)


def is_web_foot(text: str) -> bool:
    """True where a line behind a document's end is of the page: its frame, what heads links, who keeps the site."""
    return is_at_edge(text) or heads_links(text) or _FOOT.fullmatch(text) is not None
