"""From one time to another: 2月-4月, 11月至次年2月, 3-4月上旬, 三月和九月之间."""

from __future__ import annotations

from .....grammar.pattern import Pattern
from ..parts import DASH

RULE = "range"
BETWEEN = "range-between"
OVER = "range-over-the-year"
# 起至 as in 3月1日起至6月30日.
LINK = Pattern(rf"(?:起|开始|(?:之|以)?后)?,?(?:{DASH}|直到|截至)")
BETWEEN_END = Pattern(r"之间|期间|间(?![断隔接])")
