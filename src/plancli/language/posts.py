"""Posts beside a person's name: 副县长王平, 王平副局长, 局党组成员、副局长王平 all name 王平."""

from __future__ import annotations

import re
from typing import Literal

from ..grammar.pattern import Pattern
from .surnames import SURNAMES, looks_like_person

PostKind = Literal["person", "titled", "post"]

_OF = (
    r"(?:常务|代理?|第一|(?:领导)?班子|纪检|分管|主管|党[组委]|党总支|党支部|党工委|纪委|总支|支部|[省市县区州盟旗镇乡]委|局|厅|校|院|处|科|县|市|区|州|镇|乡|街道|集团|公司"
    r"|(?:[省市县区州镇乡]|人民)?政府|人大|政协|工会|团委|妇联|机关|办公室|管委会|[省市县区]?总|[一二三四]级|原|兼)"
)
_POST = (
    r"副?(?:(?:[省市县区州盟旗镇乡局厅处科股部院校园所站馆队组会行社台厂场村班室司署庭]|检察|董事|秘书|理事|教导|年级)长|主任|主席|书记|主委|经理|总监|总裁|总编辑?"
    r"|支书|总工(?:程师)?|总(?:会计|经济|农艺|规划)师|政委|常委|委员|成员|巡视员|调研员|督导员|督学|专员|教导员|指导员|助理|同志|老师)"
)
_WHOLE = Pattern(rf"(?:{_OF}{{0,4}}{_POST})+")
# Fields and offices before a post that look like a surname with a name behind: 文旅局长, 党办主任.
_NO_NAME = Pattern(
    r"[局委办科处室部院校所站]$|^(?:安全|党建|党群|党政|纪检|车间|班级|成教|文旅|文化|文体|卫健|卫生|应急|林业|金融|农业|法制|常务|路段)"
)
_END = Pattern(rf"{_POST}$")


def person_in(piece: str) -> tuple[int, int, PostKind]:
    """The range of a person's name in a piece, and whether a post stands before it, alone, or not at all.

    A post behind the name goes too. What is not understood is a name as a whole.
    """
    size = len(piece)
    if size > 1 and _WHOLE.fullmatch(piece):
        return 0, size, "post"
    if size < 3 or (looks_like_person(piece) and not _END.search(piece)):
        return 0, size, "person"
    for length in (4, 3, 2):
        if size > length and looks_like_person(piece[-length:]) and _END.search(piece[:-length]):
            return size - length, size, "titled"
    for length in (2, 3, 4):
        if (
            looks_like_person(piece[:length])
            and not piece[:length].endswith("副")
            and not _NO_NAME.search(piece[:length])
            and _WHOLE.fullmatch(piece, length)
        ):
            return 0, length, "person"
    if (match := _WHOLE.match(piece)) and re.fullmatch(r"[㐀-鿿·]{3,10}", piece[match.end() :]) and "·" in piece:
        return match.end(), size, "titled"
    return 0, size, "person"


def given_name_before_post(piece: str) -> int:
    """How long the name is that a post follows in a sentence, its surname left out or not: 丽华副县长; 0 where there is none."""
    if piece[:1] in SURNAMES and _WHOLE.fullmatch(piece, 1):
        return len(piece)  # 林副市长
    for length in (2, 3):
        if (
            not piece[:length].endswith("副")
            and not _NO_NAME.search(piece[:length])
            and _WHOLE.fullmatch(piece, length)
        ):
            return length
    return 0


def ends_with_post(piece: str) -> bool:
    """Whether a piece is somebody's post rather than a body: 市消防安全委员会主任."""
    return _END.search(piece) is not None


# Who a list names by what they do: 各网格长, 社区民警, 各乡镇统战委员.
_HOLDERS = Pattern(
    r"^[㐀-鿿（）“”]{0,12}(?:[组段格田林河湖路街巷楼护士班社]长|负责人|责任人|带头人|联系人|民警|法官|检察官|辅导员|班主任|干部|干事|人员|教师|医生|医师"
    r"|护士|员工|职工|党员|代表|志愿者|[络格导管安查格务讲护理联统信协监督察指业保洁]员)$"
)


def names_holders(piece: str) -> bool:
    """Whether a piece names whoever holds a post, with or without its place: 各支部书记, 各村网格员."""
    return 2 < len(piece) <= 16 and (_HOLDERS.match(piece) is not None or ends_with_post(piece))
