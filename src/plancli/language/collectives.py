"""How lists name many bodies in one: 各州、市人民政府, 各镇、街道; and what stands for those not named: 等部门."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from ..grammar.pattern import Pattern
from .bodies import any_of
from .lexicon import load

# 各州、市人民政府, 各市（州）、县（市、区）, 各镇、街道: one body for all, its separators inside. A lower level never stands first.
_HIGH = r"(?:省|自治区|直辖市|自治州|[县区盟旗地市]|州|地市|市州|州市|市县|县市|县区|区县|旗县|盟市)(?:[（(][^（()）]{1,8}[)）])?"
_LOW = r"(?:镇|乡|乡镇|镇街|街镇|街|街道|社区|村|团场|农场|林场|(?:经济|产业|工业|高新|旅游|物流|科技|边境经济合作)?(?:技术)?(?:开发区|产业园区?|园区)|经开区|高新区|度假区|管理区|新区|园区|功能区|景区|管委会|办事处|街道办事处)(?:[（(][^（()）]{1,8}[)）])?"
_BEHIND = r"，,；;。\s/／）)】\]等和及与"  # a name of a list ends before one of these


class Collectives:
    """The compiled words of bodies that a list names together. `additions` as in `Settings.lexicon`."""

    def __init__(self, additions: Mapping[str, Any]) -> None:
        self._parts = load("departments", additions)["parts"]
        roles = load("roles", additions)
        self._acts = [word for key in ("lead", "support", "responsible", "manner") for word in roles[key]]

    @cached_property
    def shared(self) -> str:
        """A pattern of one name for several bodies, with its separators."""
        part = rf"{any_of(self._parts)}(?:[（(][^（()）]{{1,8}}[)）])?"
        acts = any_of([*self._acts, "按", "组织"])
        return (
            rf"各(?![^、]*(?:[县市区]{{2}}|[)）])、市政府)(?:(?:{_HIGH}、)+(?:{_LOW}、)*{_LOW}|(?:{_HIGH}、)+{_HIGH}|(?:{_LOW}、)+{_LOW})"
            rf"(?:人民政府|政府|管委会|党工委|党委|办事处)*(?=[、{_BEHIND}]|$|{acts})"
            rf"|各{part}(?:、{part})+(?=[{_BEHIND}]|$|{acts})"
            rf"|各(?:级|{_HIGH}|{_LOW})党工?委、(?=(?:人民)?政府|办事处|管委会)"
            r"|各(?:州、市|市、州|市、县|县、区|区、县|盟、市|旗、县|市、区|地、市)(?=[^、，,；;。\s]{2,})"
        )

    @cached_property
    def head(self) -> re.Pattern[str]:
        """The same, compiled."""
        return re.compile(self.shared)


_ALIKE = r"(?:单位|部门|科室|处室|机构)"
_ENDS_ALIKE = Pattern(rf"(?:有关|相关|各|直属|成员|责任|职能|[省市区县]直|[省市区县]级){_ALIKE}$")
_ALIKE_AGAIN = Pattern(rf"(?:有关|相关|各|直属)?{_ALIKE}")


def are_named_together(left: str, right: str) -> bool:
    """Whether 和 joins two words for the same bodies, none in particular: 县直有关部门|单位."""
    return _ENDS_ALIKE.search(left) is not None and _ALIKE_AGAIN.fullmatch(right) is not None


AND_SO_ON = Pattern(
    r"(?<![高中初平])等(?:[\d一二两三四五六七八九十]+[家个]?)?(?:国务院|中央|省|市|区|县|镇|局)?直?(?:有关|相关|各|成员|职能|责任|配合|其他|业务)*"
    r"(?:[和及与]?(?:有关|相关)?(?:单位|部门|科室|处室|股室|机构|学校|院校|镇街|街镇|乡镇|街道|企业|方面|村|社区|镇|乡))*$"
)
