"""Holidays and days of note, by the names of the calendar lexicon: 春节前, 国庆期间, 五一, 母亲节."""

from __future__ import annotations

import re
from typing import Any

from ..almanac import shipped
from ..parts import rule

NAMES = shipped().names


def _holiday(match: re.Match[str]) -> dict[str, Any]:
    return {"values": (0,), "name": match["name"]}


RULES = (
    rule(
        "holiday",
        "".join(sorted({name[0] for name in NAMES})) + '“"‘',
        rf"[“\"‘]?(?P<name>{'|'.join(NAMES)})[”\"’]?(?:小长假|假期|假日|长假|节日|节)?",
        "holiday",
        _holiday,
    ),
)
