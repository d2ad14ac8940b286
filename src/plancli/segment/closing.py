"""The paragraph that closes a plan after its last task: the contract's `closing`."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from ..language.assignments import begins_with_label, ends_in_assignment, is_bare_label, names_who
from ..language.bodies import bodies
from ..language.fields import kind_of_field, name_of_field
from ..language.headers import ASSIGNING
from ..language.marks import BULLETS, begins_note
from ..language.openings import SAID, addresses_all, begins_closing, begins_item
from ..language.times import says_when
from .item_title import heads_terms, split_title
from .outline import UNNUMBERED
from .stream import Element, Passage
from .table_plan import TablePlan
from .tasks import HEADINGS

_LONGEST_TITLE = 16  # characters of an item that is a title and nothing else


def take_closing(body: list[Element]) -> tuple[list[Element], list[Passage]]:
    """A plan's body → the body without its closing, and the closing's paragraphs.

    Unnumbered paragraphs behind the last item are its own where the plan's items have such paragraphs, or where they assign
    it; else, or where they address the whole plan (各单位要…), they close the plan.
    """
    noted = _notes_under_table(body)
    if noted < len(body):
        return body[:noted], [element for element in body[noted:] if isinstance(element, Passage)]
    last = next((index for index in range(len(body) - 1, -1, -1) if _numbered(body[index])), None)
    if last is None or last == len(body) - 1:
        return body, []
    item = body[last]
    behind = [element for element in body[last + 1 :] if isinstance(element, Passage)]
    if _paragraphs_each(body, last) == {len(behind)} and not _addresses_plan(behind[-1]):
        return body, []  # as many as each item has
    first = 0
    if isinstance(item, Passage):
        if _is_counted(item) and all(map(_addresses_plan, behind)):
            return body[: last + 1], behind
        if not _is_item(item):
            if not any(map(_assigns_alone, behind)) and not _closes_plan(behind, body, last):
                return body, []
            first = 1  # a title on a line of its own, and its text
        elif behind[0].text[0] == "各" and not addresses_all(behind[0].text) and _bare_titles_have_text(body, last):
            first = 1  # 各培训班结束后… is no address
        first = _behind_item(behind, max(first, _behind_assigned(behind, body[:last])), body, last)
    cut = last + 1 + first
    return body[:cut], behind[first:]


def _is_counted(line: Passage) -> bool:
    """Whether an item is one line of several that have no numbers."""
    return line.label is not None and line.label.form == UNNUMBERED


def _addresses_plan(line: Passage) -> bool:
    return addresses_all(line.text) or begins_closing(line.text)


def _closes_plan(behind: list[Passage], body: list[Element], last: int) -> bool:
    """Whether the paragraphs behind a title close the plan, those that are the title's text aside."""
    if any(addresses_all(line.text) for line in behind[1:]):
        return True
    return len(behind) == 2 and begins_closing(behind[1].text) and _paragraphs_each(body, last) == {1}


def _behind_assigned(behind: list[Passage], above: list[Element]) -> int:
    """How many paragraphs end with the last that is surely of the item: a line 责任单位：…, or one such as other items have."""
    fields = {name_of_field(line.text) for line in above if isinstance(line, Passage)} - {""}
    end = max((at for at, line in enumerate(behind, 1) if _is_of_item(line, fields)), default=0)
    end = max([end, *(at + 2 for at, line in enumerate(behind[:-1]) if is_bare_label(line.text))])
    while 0 < end < len(behind) and bodies().fill_line(behind[end].text):
        end += 1
    return end


def _is_of_item(line: Passage, fields: Collection[str]) -> bool:
    text = line.text
    return bool(
        begins_with_label(text)
        or name_of_field(text) in fields
        or kind_of_field(name_of_field(text)) in ASSIGNING
        or text[0] in BULLETS
        or (begins_item(text) and not begins_note(text))  # a numbered field, a stage of its schedule
        or SAID.match(text)
        or ends_in_assignment(text)
    )


def _behind_item(behind: list[Passage], first: int, body: list[Element], last: int) -> int:
    """How many paragraphs are the last item's, of which so many surely are: more that assign it, and all where items have paragraphs."""
    habit = _items_have_paragraphs(body, last)
    while first < len(behind) and (_assigns_alone(behind[first]) or (habit and not begins_closing(behind[first].text))):
        first += 1
    return first


def _notes_under_table(body: list[Element]) -> int:
    """Where notes (注：1.……) begin under the last table, numbered or not; the body's end where there are none."""
    table = max((index for index, element in enumerate(body) if isinstance(element, TablePlan)), default=len(body))
    for index in range(table + 1, len(body)):
        element = body[index]
        if isinstance(element, Passage) and begins_note(element.text):
            return index
    return len(body)


def _numbered(element: Element) -> bool:
    return isinstance(element, TablePlan) or element.label is not None


def _is_item(line: Passage) -> bool:
    """A heading with prose beneath keeps it; an item with a text of its own, or of one sentence, does not."""
    label = line.label
    if label is None or heads_terms(line.text[label.end :]):
        return False
    _, rest = split_title(line.text[label.end :])
    return (
        bool(rest)
        or line.text[-1] in "。；"
        or says_when(line.text[label.end :])
        or (label.form not in HEADINGS and len(line.text) > 40)
    )


def _items_have_paragraphs(body: list[Element], last: int) -> bool:
    """True where a fair part of the plan's items are followed by unnumbered paragraphs."""
    items = followed = 0
    for element, after in pairwise(body[: last + 1]):
        if isinstance(element, Passage) and element.label and _is_item(element):
            items += 1
            followed += isinstance(after, Passage) and after.label is None and not _assigns_alone(after)
    return followed * 4 >= max(items, 1) and followed > 0


def _paragraphs_each(body: list[Element], last: int) -> set[int]:
    """How many paragraphs stand beneath each item above the last one, where they are as many as to tell a habit."""
    items = [at for at in range(last + 1) if _numbered(body[at])]
    return {below - at - 1 for at, below in pairwise(items)} if len(items) > 3 else set()


def _bare_titles_have_text(body: list[Element], last: int) -> bool:
    """Whether the last item is nothing but a title (（四）教材安排。), and such items before it, of its form, have their text beneath."""
    item = body[last]
    form = item.label.form if isinstance(item, Passage) and item.label else ""
    bare = [
        isinstance(body[at + 1], Passage) and not _numbered(body[at + 1])
        for at, line in enumerate(body[: last + 1])
        if isinstance(line, Passage) and line.label and line.label.form == form and _is_bare_title(line)
    ]
    return isinstance(item, Passage) and _is_bare_title(item) and len(bare) > 2 and sum(bare) * 3 > len(bare) * 2


def _is_bare_title(line: Passage) -> bool:
    text = line.text[line.label.end if line.label else 0 :].rstrip("。")
    return len(text) <= _LONGEST_TITLE and "。" not in text and not says_when(text) and not names_who(text)


def _assigns_alone(line: Passage) -> bool:
    """A paragraph that does nothing but say who or until when belongs to the item before it."""
    text = line.text
    return bool(begins_with_label(text)) or (len(text) < 60 and names_who(text) and not begins_closing(text))
