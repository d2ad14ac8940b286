"""To whom a document is sent: the line above its text that ends in a colon (主送机关, GB/T 9704—2012, 7.3.2)."""

from __future__ import annotations

from ...grammar.pattern import Pattern
from ..bodies import all_bodies, ends_as_body

ADDRESSEE = Pattern(r"[^。；：:]{2,200}[:：]$")
_ADDRESSED = Pattern(r"各[^，,、：:]{1,14}")
_SEPARATED = Pattern(r"(?<=[，,、])[^，,、：:]{2,14}")
_OF_PERSONS = Pattern(
    r"(?:全体|各位)[^，。；：:]{0,12}(?:教师|老师|教职工|职工|员工|干部|党员|团员|会员|社员|同学|学生|师生|家长|同志)[：:]"
)


def is_address(text: str) -> bool:
    """Whether a line says to whom a document is sent: 各区县人民政府、市直各单位：, 各县（市）住建、税务部门，在县金融机构：, 全体党员：."""
    if not ADDRESSEE.fullmatch(text):
        return False
    named = _ADDRESSED.findall(text) + (_SEPARATED.findall(text) if text[0] == "各" else [])
    return any(map(ends_as_body, named)) or _OF_PERSONS.fullmatch(text) is not None


def is_address_alone(text: str) -> bool:
    """Whether a line is that and no sentence: nothing but bodies, one of them 各…."""
    return "各" in text and ADDRESSEE.fullmatch(text) is not None and all_bodies(text[:-1])
