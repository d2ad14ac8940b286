"""Five-year plans as stretches of time: “十四五”期间, “十五五”时期, “十四五”末."""

from __future__ import annotations

import re
from typing import Any

from .....language.numerals import number
from ..parts import rule


def _plan(match: re.Match[str]) -> dict[str, Any]:
    said = match["part"]
    fields: dict[str, Any] = {"values": (number("十" + match["which"]),)}
    if "末" in said:
        fields["edge"] = "end"
    elif "初" in said:
        fields["edge"] = "start"
    return fields


RULES = (
    rule(
        "five-year-plan",
        '十>一二三四五六七八九 “"‘>十',
        r"[“\"‘]?十(?P<which>[一二三四五六七八九])五[”\"’]?(?P<part>期间|时期|规划期内|期末|末期?|初期|初)",
        "years",
        _plan,
        where="years",
    ),
)
