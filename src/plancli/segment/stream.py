"""A document as one stream: each paragraph with its label, read once, each task table read; furniture and contents left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..grammar.pattern import Pattern
from ..language.assignments import names_who
from ..language.bodies import is_organ
from ..language.labels import Label, label_before_digits, labels_of, read_label
from ..language.official.lines import DOC_NUMBER
from ..language.times import heads_by_time, is_month
from ..model.bulletin import Diagnostic
from ..model.settings import Settings
from ..model.source import Paragraph, Source, Table
from .captions import caption_over
from .contents import contents
from .copied_lines import fields_apart, head_apart, headings_apart, numbered_title
from .ledger import Ledger
from .numbered_fields import numbered_fields
from .run_in import run_in_titles
from .run_together import parted
from .table_plan import TablePlan
from .titles import is_notice_title, is_plan_title, title_key

_HEAD = 12  # so many elements hold a document's title and what stands around it
_LONGEST_TIME = 24  # characters of a time that heads the items behind it on its line
_MOST_JUMP = 3  # by which the numbers of two items on one line may differ
_NEAR = 4  # passages above, among which the last number is looked for
_ITEM_FORMS = (
    "han",
    "han-bracket",
    "named",
    "named-step",
    "article",
    "digit",
    "decimal1",
    "decimal2",
)  # those that may number tasks on one line
_POINT_FORMS = ("digit-bracket", "digit-half", "circled")
_FORMS_BEHIND_TIME = (*_ITEM_FORMS, *_POINT_FORMS)
# A stop, or a bracket with the stop behind it; each way is told by its first character, which makes the search quick.
_STOP = Pattern(
    "|".join(
        [f"{stop}[）)]?" for stop in "。；;"]
        + [rf"\{mark}(?:[^（）()。]|[（(][^（）()。]{{1,20}}[）)]){{2,60}}[）)][。；;]?" for mark in "（("]
        + [rf"\{mark}[^〔〕【】\[\]。]{{2,60}}[〕】\]][。；;]?" for mark in "〔【["]
    )
)
_ANYWHERE = Pattern(rf"{_STOP.pattern}|(?<=[㐀-鿿，,）)”])(?=[（(]?\d{{1,2}}[、.．）)])")  # …，3、: where 3 is missing


@dataclass(slots=True, eq=False, repr=False)
class Passage(Paragraph):
    """A paragraph of the stream with its label as the document's series has it."""

    label: Label | None = None


Element = Passage | TablePlan


def stream_of(
    source: Source, ledger: Ledger, diagnostics: list[Diagnostic], settings: Settings
) -> tuple[list[Element], list[str]]:
    """A clean source → its passages and task tables in order, and the plan titles that its contents pages announce. What
    is left out, and the tables' headers, go to the ledger."""
    blocks = _blocks(source, ledger, diagnostics, settings)
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    indexes, announced = contents(paragraphs)
    for index in sorted(indexes):
        ledger.leave("contents", paragraphs[index].text, paragraphs[index].page)
    dropped = {id(paragraphs[index]) for index in indexes}
    blocks = list(fields_apart(headings_apart([block for block in blocks if id(block) not in dropped])))
    blocks = run_in_titles(blocks)
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    read = labels_of(paragraphs)
    fields = numbered_fields(paragraphs, read)
    labels = {id(line): None if at in fields else read[at] for at, line in enumerate(paragraphs)}
    stream: list[Element] = []
    following = _next_labels(paragraphs, labels)
    later = Counter(label.form for label in labels.values() if label and label.value > 1)
    on_lines = {form for form in _POINT_FORMS if later[form] > 1}  # forms of points that have lines of their own
    numbered = numbered_title(paragraphs, labels)
    together = {} if any(labels.values()) or len(blocks) > len(paragraphs) else parted(paragraphs)
    for block in blocks:
        if not isinstance(block, Paragraph):
            stream.append(block)
        elif id(block) in together:
            for text, label in together[id(block)]:
                apart = head_apart(text) if label is None and len(stream) < _HEAD else []
                stream += [Passage(part, block.lines, [0], None, label) for part in apart or [text]]
        elif numbered is not None and id(block) == id(numbered[0]):
            end = numbered[1].end
            ledger.leave("web-frame", block.text[:end], block.page)
            stream.append(Passage(block.text[end:].lstrip(), block.lines, [0]))
        elif len(stream) < _HEAD and (parts := head_apart(block.text)):
            stream += [Passage(part, block.lines, [0]) for part in parts]
        else:
            due = next((one.label for one in reversed(stream[-_NEAR:]) if isinstance(one, Passage) and one.label), None)
            passage = Passage(block.text, block.lines, block.offsets, None, labels[id(block)])
            above = stream[-1] if stream else None
            timed = isinstance(above, Passage) and above.label is None and heads_by_time(above.text)
            stream += _items(passage, due, following.get(id(block)), on_lines if timed else ())
    return _title_once(_days_with_months(stream), ledger), announced


def _next_labels(paragraphs: list[Paragraph], labels: dict[int, Label | None]) -> dict[int, Label]:
    """The label right behind each paragraph that has one, by `id`."""
    read = [labels[id(paragraph)] for paragraph in paragraphs]
    return {id(paragraph): label for paragraph, label in zip(paragraphs, read[1:], strict=False) if label is not None}


def _days_with_months(stream: list[Element]) -> list[Element]:
    """A calendar that has month and day on lines of their own (9月 / 10 / 全校开学): the two as one passage, where several stand so."""
    days = {at for at in range(len(stream) - 2) if _is_day_beneath_month(*stream[at : at + 3])}
    if len(days) < 2:
        return stream
    joined: list[Element] = []
    for at, element in enumerate(stream):
        day = stream[at + 1] if at in days else None
        if isinstance(element, Passage) and isinstance(day, Passage):
            offsets = [*element.offsets, *(len(element.text) + offset for offset in day.offsets)]
            joined.append(Passage(element.text + day.text, [*element.lines, *day.lines], offsets))
        elif at - 1 not in days:
            joined.append(element)
    return joined


def _is_day_beneath_month(month: Element, day: Element, deed: Element) -> bool:
    if not (isinstance(month, Passage) and isinstance(day, Passage) and isinstance(deed, Passage)):
        return False
    number = int(day.text) if day.text.isdecimal() and len(day.text) <= 2 else 0
    return 0 < number <= 31 and is_month(month.text) and not deed.text.isdecimal()


def _title_once(stream: list[Element], ledger: Ledger) -> list[Element]:
    """A web copy says its title twice, with the site's name or a button between: without the first and what is between."""
    head = [element for element in stream[:_HEAD] if isinstance(element, Passage)]
    keys = [title_key(line.text) for line in head]
    for first, line in enumerate(head):
        if len(keys[first]) < 8 or not (is_plan_title(line.text) or is_notice_title(line.text)):
            continue
        again = next((at for at in range(first + 1, len(head)) if _says_again(head, keys, at, keys[first])), None)
        if again is None:
            continue
        if all(len(between.text) <= 30 and "。" not in between.text for between in head[first + 1 : again]):
            dropped = head[first:again]
            kept = [between for between in dropped if DOC_NUMBER.fullmatch(between.text)]
            if is_notice_title(line.text) and is_organ(dropped[-1].text):
                kept.append(dropped[-1])  # whose notice it is, on a line of its own above the title
            for between in dropped:
                if between not in kept:
                    ledger.leave("web-frame", between.text, between.page)
            gone = {id(between) for between in dropped} - set(map(id, kept))
            return [element for element in stream if id(element) not in gone]
    return stream


def _items(
    passage: Passage, above: Label | None = None, below: Label | None = None, apart: Collection[str] = ()
) -> Iterator[Passage]:
    """A passage as its items: 2、…。3、…。 on one line are two, and 2、…，3、… are where the item `below` has the number 4; a
    text beneath the item `above` may go on with the next one (…具体见方案。九、…). `apart` are forms of points that are
    items all the same: those beneath a month, which have lines of their own elsewhere."""
    label = passage.label
    if label is None and above is not None and above.form in _ITEM_FORMS:
        for stop in _STOP.finditer(passage.text):
            if above.form != "han" and not (stop.start() == 0 and names_who(stop.group())):
                break  # （牵头单位：…）5.… goes on with the next item
            found = read_label(passage.text[stop.end() : stop.end() + 24])
            if found is not None and found.form == above.form and found.value == above.value + 1:
                yield Passage(passage.text[: stop.end()], passage.lines, [0])
                yield from _items(Passage(passage.text[stop.end() :], passage.lines, [0], None, found), apart=apart)
                return
    begin = 0
    forms: tuple[str, ...] = _ITEM_FORMS
    if label is None and (head := _time_before_items(passage.text)):  # 9月份：1、…。2、…。
        label, begin, forms = read_label(passage.text[head:]), head, _FORMS_BEHIND_TIME
        yield Passage(passage.text[:head], passage.lines, [0])
    # points of a text may stand on one line; tasks say who, or have lines of their own elsewhere
    assigned = label is not None and label.form not in forms and label.form not in apart
    if label is not None and label.form in (*forms, *_POINT_FORMS):
        gap = below is not None and below.form == label.form and below.value > label.value + 1
        for stop in (_ANYWHERE if gap and not assigned else _STOP).finditer(passage.text, begin + label.end):
            ahead = passage.text[stop.end() : stop.end() + 24]
            found = read_label(ahead) or (label_before_digits(ahead) if label.form == "digit" else None)
            if found is None or found.form != label.form or (assigned and not names_who(stop.group())):
                continue
            jump = _MOST_JUMP if names_who(stop.group()) else 1  # numbers may be missing behind who does the one before
            if not label.value < found.value <= label.value + jump:
                continue
            yield Passage(passage.text[begin : stop.end()], passage.lines, [0], None, label)
            begin, label = stop.end(), found
    yield passage if not begin else Passage(passage.text[begin:], passage.lines, [0], None, label)


def _time_before_items(text: str) -> int:
    """Where the first item begins on a line that a time heads (三月：1.制定计划。2.听课。); 0 where it is no such line."""
    colon = max(text.find("：", 0, _LONGEST_TIME), text.find(":", 0, _LONGEST_TIME)) + 1
    first = read_label(text[colon : colon + _LONGEST_TIME]) if colon and heads_by_time(text[:colon]) else None
    return colon if first is not None and first.form in _FORMS_BEHIND_TIME and first.value == 1 else 0


def _says_again(lines: list[Passage], keys: list[str], at: int, key: str) -> bool:
    """Whether a title stands again at a line, on one line or on several; `keys` are those of the lines."""
    for count in (1, 2, 3):
        again = "".join(keys[at : at + count])
        if again == key:
            return True
        if key.endswith(again) and is_notice_title("".join(line.text for line in lines[at : at + count])):
            return True  # behind a site's name in the first
    return False


def _blocks(
    source: Source, ledger: Ledger, diagnostics: list[Diagnostic], settings: Settings
) -> list[Paragraph | TablePlan]:
    """Paragraphs and tables as read, furniture left out; a table without tasks is text where it holds prose."""
    blocks: list[Paragraph | TablePlan] = []
    for block in source.blocks:
        if isinstance(block, Paragraph):
            if block.left_out:
                ledger.leave(block.left_out, block.text, block.page)
            elif block.text:
                blocks.append(block)
        elif isinstance(block, Table):
            from .tables import read_table  # which a document without tables does without
            from .tables.as_text import text_of_table

            plan = read_table(block, settings=settings)
            if plan is None:
                said = text_of_table(block, ledger, settings)
                if not said and block.sheet and block.sheet not in _sheets_with_tasks(source, settings):
                    while blocks and isinstance(line := blocks[-1], Paragraph):  # no title of the next sheet's table
                        ledger.leave("table-without-tasks", line.text, line.page)
                        del blocks[-1]
                elif not said and (caption := caption_over(blocks)) is not None:
                    ledger.leave("table-without-tasks", caption.text, caption.page)
                    del blocks[-1]
                blocks += said
                continue
            header = "\n".join(plan.header)
            ledger.placed += plan.placed - len("".join(header.split()))
            ledger.leave("table-header", header, block.page)
            for reason, text in plan.left_out:
                ledger.leave(reason, text, block.page)
            diagnostics += plan.diagnostics
            blocks.append(plan)
    return blocks


def _sheets_with_tasks(source: Source, settings: Settings) -> set[str]:
    from .tables import read_table

    tables = [block for block in source.blocks if isinstance(block, Table) and block.sheet]
    return {table.sheet for table in tables if table.sheet and read_table(table, settings=settings) is not None}
