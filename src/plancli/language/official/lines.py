"""Lines around a title and a text by their form (GB/T 9704-2012): 文号, dates, marks of attachments, whom it is sent to, 抄送, stamps. What
a line gives as a value, `rules` reads."""

from __future__ import annotations

from ...grammar.pattern import Pattern
from ..bodies import all_bodies, ends_as_body, is_organ
from ..titles import HANDS

# A 文号 among other words, as official documents print it (GB/T 9704, 7.2.5): a piece of patterns.
PLAIN_NUMBER = r"[㐀-鿿]{2,12}〔(?:19|20)\d\d〕\d{1,4}号"
DOC_NUMBER = Pattern(
    r".{0,24}[〔\[【（(﹝［]\s*(?:19|20)\d{2}\s*[〕\]】）)﹞］]\s*(?:第)?\s*[\d０-９]{1,5}\s*号.{0,24}$|(?:第\d{1,4}号)$",
    needs=("号",),
)
DATE = Pattern(
    r"[（(]?(?:(?:19|20)\d{2}|二[〇○零Oo0OＯ][〇○零一二三四五六七八九Oo0OＯ]{2})年(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)月(?:(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})日)?(?:印发|制|印|发布)?[）)]?$|(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}$",
    needs=("年-./", "月-./"),
)
_DAY_BEHIND = Pattern(r"[（(]?(?:19|20)\d{2}年(?:\d{1,2}|元)月\d{1,2}日(?:印发?|制)?[）)]?$")
SIGNATORY = Pattern(r"签发人[:：].{1,12}$|.{0,24}号签发人[:：].{1,12}$", needs=(":：",))
STAMP = Pattern(
    r"[（(](?:此件|本文|公开|主动公开|依申请公开|不予公开|联系人|内部|征求意见(?!稿[）)]))[^（）()]*[）)]$|(?:是否公开|公开(?:方式|属性|类别|形式)|信息公开(?:选项|类别|属性))[:：].{1,12}$"
    r"|(?:(?:内部|会议)(?:资料|材料|文件|使用|刊物)|注意保[存密管]|妥善保管|(?:请勿|不得|严禁)外传|[特加急平]急|急件|[绝机秘]密(?:[★☆]?\d{0,2}[年月]?)?)$",
    needs=((*"（(:：急密", "资料", "材料", "文件", "使用", "刊物", "保存", "保管", "外传"),),
)
UNIT_LINE = Pattern(
    r"(?:单位|填报(?:单位|人|日期|时间)|填表(?:人|单位|日期|时间)|制表(?:人|单位)?|联系(?:人|电话)|时间|日期|编制(?:单位|日期))[:：].{0,60}$",
    needs=(":：",),
)
# Who filled in a form, and when; who signs it.
_FILLED_IN = Pattern(
    r"(?:填表|制表|填报|审核|审批|审定|复核|联系|经办|报送|统计)(?:单位)?(?:人|负责人|单位|日期|时间|电话)?(?:[（(][^（）()]*[)）])?[:：]"
)
_SIGNED_BY = Pattern(r"(?:单位)?负责人[（(]?(?:签[字章名])?[)）]?[:：]|(?:联系)?电话[:：]")
ATTACHMENT = Pattern(
    r"(?:附件|附表|附录|附)\s*[:：]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:[-－—.]\d{1,2})?)?\s*[:：]?$",
    begins="附",
)
ATTACHMENT_LIST = Pattern(r"附件[^。]{0,80}$|附[:：]")  # names attachments; 附件2、3和…由…提交。 is a sentence
_NUMBERED_ATTACHMENT = Pattern(r"附件\d")
_ATTACHED = Pattern(
    r"附[件表录]?[\d一二三四五六七八九十]{0,2}[:：]|附[件表]\d{1,2}(?=[㐀-鿿“《](?!面|和|至))", begins="附"
)
_ATTACHMENTS = ("附件：", "附件:")
_HANDS_ON = Pattern(rf"(?:{HANDS})(?:给)?(?:你们|给|，|,|。)|[发送]给(?:你们|大家|各位)|请查收")
COLOPHON = Pattern(
    r"(?:抄送|抄报|主送|分送|发送|报送|送|报|发)[:：].+|(?:出席|列席|缺席|请假|记录)(?:人员?|领导|单位)?[:：].+|.{2,40}(?:\d{1,2}|[一二三四五六七八九十]{1,3})日印发$|.{0,20}(?:校对|打字|印制)[:：].{0,20}|[（(]?共印.{1,8}份[)）]?|.{2,30}办公室(?:秘书|综合)[科处股]$",
    needs=("：:印科处股",),
)
ADDRESSEE = Pattern(r"[^。；：:]{2,200}[:：]$")
_ADDRESSED = Pattern(r"各[^，,、：:]{1,14}")
_SEPARATED = Pattern(r"(?<=[，,、])[^，,、：:]{2,14}")
_OF_PERSONS = Pattern(
    r"(?:全体|各位)[^，。；：:]{0,12}(?:教师|老师|教职工|职工|员工|干部|党员|团员|会员|社员|同学|学生|师生|家长|同志)[：:]"
)


def is_signed(text: str) -> bool:
    """True where a line is an organ's name and a date: 某县水利局2026年2月11日."""
    day = _DAY_BEHIND.search(text)
    return day is not None and 3 < day.start() <= 40 and is_organ(text[: day.start()])


def is_address(text: str) -> bool:
    """Whether a line says to whom a document is sent: 各区县人民政府、市直各单位：, 各县（市）住建、税务部门，在县金融机构：, 全体党员：."""
    if not ADDRESSEE.fullmatch(text):
        return False
    named = _ADDRESSED.findall(text) + (_SEPARATED.findall(text) if text[0] == "各" else [])
    return any(map(ends_as_body, named)) or _OF_PERSONS.fullmatch(text) is not None


def is_address_alone(text: str) -> bool:
    """Whether a line is that and no sentence: nothing but bodies, one of them 各…."""
    return "各" in text and ADDRESSEE.fullmatch(text) is not None and all_bodies(text[:-1])


def is_masthead(text: str) -> bool:
    """Whether a line is that above the red line of a document: 某县水利局文件; 关于…文件 is a title, or a part of one."""
    return text.endswith("文件") and "关于" not in text


def hands_on(text: str) -> bool:
    """Whether a paragraph hands a document on: 现印发给你们，请认真贯彻执行。"""
    return _HANDS_ON.search(text) is not None


def begins_list_of_attachments(text: str) -> bool:
    """Whether a line begins with what stands before the names of attachments: 附件：1.任务分解表, 附：任务分解表."""
    return text.startswith(("附：", "附:")) or begins_attachments(text)


def begins_attachments(text: str) -> bool:
    """Whether it does in so many words: 附件：; behind 附： a title may stand."""
    return text.startswith(_ATTACHMENTS)


def names_some_attachments(text: str) -> bool:
    """Whether a line says something of attachments by their numbers: 附件2—5略."""
    return _NUMBERED_ATTACHMENT.match(text) is not None


def name_of_attachment(text: str) -> str:
    """A line without the mark of an attachment and its colon before the name: 附件2：任务分解表 → 任务分解表."""
    mark = _ATTACHED.match(text)
    return text[mark.end() :] if mark else text


def is_filled_in(text: str) -> bool:
    """Whether a line begins with a field in which a form says who filled it in, or when: 填表人：, 审核单位：."""
    return _FILLED_IN.match(text) is not None


def is_foot_of_form(text: str) -> bool:
    """Whether a line begins with such a field, or one to be signed: 负责人（签字）："""
    return is_filled_in(text) or _SIGNED_BY.match(text) is not None
