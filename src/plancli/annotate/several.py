"""An assignment that one task's text makes for several: 以上两项的牵头单位均为县水利局 counts for the task before as well."""

from __future__ import annotations

import re
from typing import Any

from ..language.numerals import numeral

_SEVERAL = re.compile(
    r"(?:以上|上述|前述|前)?([两二三四五六七八九十\d]{1,2})个?(?:大)?(?:项|条|件)[^，,。；;\n]{0,12}(?:均|都)"
)
_STOPS = "。；;\n"
MOST = 20  # tasks for which one sentence speaks


def share_with_those_before(tasks: list[dict[str, Any]]) -> None:
    """Give the bodies of such a sentence to the tasks before that it counts, where these are of one section and name none."""
    for index, task in enumerate(tasks):
        for department in [one for one in task["departments"] if one["span"]]:
            count = _counted(task["text"], department["span"][0])
            for earlier in tasks[max(0, index + 1 - count) : index]:
                if earlier["section"] == task["section"] and all(
                    "from-below" in d["rules"] for d in earlier["departments"]
                ):
                    rules = (*department["rules"], "from-below")
                    earlier["departments"].append(
                        {**department, "span": None, "scope": None, "inherited": True, "rules": rules}
                    )


def _counted(text: str, start: int) -> int:
    """For how many tasks the sentence speaks in which a name begins, itself counted; 0 where it does not say."""
    sentence = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    found = _SEVERAL.match(text, sentence, start)
    count = numeral(found[1]) if found else None
    return count if count and count <= MOST else 0
