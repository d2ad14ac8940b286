"""What a table of figures inside a text is called: the line right above it."""

from __future__ import annotations

from collections.abc import Sequence

from ..language.labels import read_label
from ..language.marks import is_table_caption
from ..language.openings import begins_anew
from ..language.titles import names_list
from ..model.source import Paragraph
from .item_title import BEGINS_WORK
from .titles import is_plan_title

_LONGEST = 24  # characters of a caption without a number
_STOPS = "。；：！？，、;:!?,"


def is_numbered_caption(head: str) -> bool:
    """Whether the words behind a number are the name of the table beneath (产业发展任务表), no item such as 编制任务表."""
    return len(head) <= _LONGEST and names_list(head) and head[-1] not in _STOPS and not BEGINS_WORK.match(head)


def caption_over(blocks: Sequence[object]) -> Paragraph | None:
    """The last of the blocks above a table without tasks where it is the table's caption: 表1 主要指标, or a short line in the middle
    behind numbered ones that is the title of no plan."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph):
        return None
    if is_table_caption(last.text):
        return last
    short = len(last.text) <= _LONGEST and last.text[-1] not in _STOPS and not begins_anew(last.text)
    if not short or not last.lines[0].centered or is_plan_title(last.text):
        return None
    inside = any(isinstance(block, Paragraph) and read_label(block.text) for block in blocks)
    return last if inside else None
