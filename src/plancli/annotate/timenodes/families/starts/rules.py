"""From then on: 3月起, 自2025年3月1日起, 4月以来, 6月后; the end is open."""

from __future__ import annotations

from .....grammar.pattern import Pattern

LEADS = ("从", "自", "由")
FROM = Pattern(r"(?:份)?(?:起(?![草步点动到立来伏])|以来|开始(?=$|[,;。):])|始(?=$|[,;。):]))")
FROM_LED = Pattern(r"(?:起|以来|开始|始)")
AFTER = Pattern(r"(?:之后|以后|后(?=$|[,;。):]))")
RULE_FROM = "from"
RULE_AFTER = "after"
