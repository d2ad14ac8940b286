"""Slips seen in print: 7月：前完成, 8月：底…; blanks within (3 月 底 前) go when the text is folded."""

from __future__ import annotations

from .....language.numerals import number
from ..edges.rules import END
from ..parts import MONTH, MONTH_OPENS, rule

RULES = (
    rule(
        "colon-within",
        f"{MONTH_OPENS}>份:",
        rf"(?P<month>{MONTH})月份?:(?:(?P<edge>{END})|(?=前))",
        "month",
        lambda match: {"values": (number(match["month"]),)},
    ),
)
