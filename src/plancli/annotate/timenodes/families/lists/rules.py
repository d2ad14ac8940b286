"""Several times in a row: 3、9月, 2-3月、9-10月, 7月上旬和8月中旬, 5月和10月底前. One node a member."""

from __future__ import annotations

from .....grammar.pattern import Pattern
from ..parts import AND

RULE = "list"
SHARED = "list-shares-its-end"
LINK = Pattern(rf"{AND}|/")
