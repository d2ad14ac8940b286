"""From then on: 3月起, 自2025年3月1日起, 4月以来, 6月后; the end is open."""

from __future__ import annotations

import re

LEADS = ("从", "自", "由")
FROM = re.compile(r"(?:份)?(?:起(?![草步点动到立来伏])|以来|开始(?=$|[,;。):])|始(?=$|[,;。):]))")
FROM_LED = re.compile(r"(?:起|以来|开始|始)")
AFTER = re.compile(r"(?:之后|以后|后(?=$|[,;。):]))")
RULE_FROM = "from"
RULE_AFTER = "after"
