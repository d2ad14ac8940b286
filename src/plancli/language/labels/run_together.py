"""Items that a copy has run together on one line: …开展以下活动：（一）…。（二）…。（三）…."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ...grammar.pattern import Pattern
from .rules import HAN, Label, label_before_digits, read_label

_FORMS = ("han", "han-bracket", "digit")  # those that may number tasks
_FEW = 3  # fewer may be an enumeration
# What stands before an item: a stop, or a blank where a line ended; and a number that a blank cuts (十 三、), if it is due.
_BEFORE = Pattern(rf"^|(?:[。；;：:！!？?]|(?<=[㐀-鿿])\.)[”）)]?[ \u3000]*|[ \u3000]+|(?=[{HAN}][ \u3000]+[{HAN}]?、)")
# A bracketed number is its own stop: behind a heading (…共治合力（一）压实责任。), not in 第（二）项.
_BRACKETED = Pattern(rf"(?<=[㐀-鿿”》])(?<!第)[（(][{HAN}]{{1,3}}[）)](?=[㐀-鿿“《])(?![项款条目])", needs=("（(",))
# A number behind a title or a heading that has lost its line end: …工作要点一、抓好防汛3.修订预案。…
_BEHIND_HEADING = Pattern(r"(?<=[㐀-鿿”》])(?:一、|\d{1,2}[.．、](?!\d))", needs=("、.．",))
_LONGEST_HEADING = 30  # characters
_STOP = Pattern("[。；;，,：:！!？?]")
_AHEAD = 24  # characters that hold a label


def items_run_together(text: str, places: Iterable[int] | None = None) -> list[tuple[int, Label]]:
    """Where the items of a series that run on through a text begin, with their labels, and those of the series within them;
    none where no form counts to three. `places` are those where an item may begin, beside those before a bracketed number;
    by default behind stops and blanks."""
    if places is None:
        places = (before.end() for before in _BEFORE.finditer(text))
    strong = {*places, *(match.start() for match in _BRACKETED.finditer(text))}
    weak = {match.start() for match in _BEHIND_HEADING.finditer(text)} - strong
    labels = ((begin, _label_at(text, begin)) for begin in sorted(strong | weak))
    read = [(begin, label) for begin, label in labels if label is not None and label.form in _FORMS]
    found: list[tuple[int, Label]] = []
    last: dict[str, int] = {}  # the last number of each form
    missing: set[tuple[str, int]] = set()
    anew: set[str] = set()  # forms that may begin anew, or run on, beneath another item
    for at, (begin, label) in enumerate(read):
        if begin in weak and not (_goes_on(read[at:], weak) if label.value == 1 else _heads(text, found, begin)):
            continue
        if found and begin < found[-1][0] + found[-1][1].end:
            continue
        due = last.get(label.form, 0) + 1
        sought = label.value == due + 1 and due > 1 and (label.form, due) not in missing
        if sought and (missed := _between(text, found[-1], begin, label.form, due)):
            found.append(missed)  # what stands before it has lost its stop: …数据准确三、建立制度。四、…
        elif sought:
            missing.add((label.form, due))  # looked for once
            continue
        elif label.value != due and not (label.form in anew and label.value == 1):
            continue
        if label.form in last:
            forms = list(last)
            anew.update(forms[forms.index(label.form) + 1 :])
        anew.discard(label.form)
        last[label.form] = label.value
        found.append((begin, label))
    return found if any(label.value >= _FEW for _, label in found) else []


def _goes_on(read: Sequence[tuple[int, Label]], weak: Collection[int]) -> bool:
    """Whether the first of some labels has the number before the next of its form that is none of the `weak`."""
    label = read[0][1]
    behind = next((one for begin, one in read[1:] if one.form == label.form and begin not in weak), None)
    return behind is not None and behind.value == label.value + 1


def _heads(text: str, found: Sequence[tuple[int, Label]], begin: int) -> bool:
    """Whether the last item found is a heading right before a place."""
    heading = text[found[-1][0] + found[-1][1].end : begin] if found else ""
    return 0 < len(heading) <= _LONGEST_HEADING and not _STOP.search(heading)


def _between(text: str, last: tuple[int, Label], end: int, form: str, value: int) -> tuple[int, Label] | None:
    """The one place between an item and the next but one where a label of this form and number stands; None where none or several."""
    begin = last[0] + last[1].end
    labels = ((at, _label_at(text, at)) for at in range(begin, end) if text[at] in HAN and text[at - 1] not in HAN)
    found = [(at, label) for at, label in labels if label and (label.form, label.value) == (form, value)]
    return found[0] if len(found) == 1 else None


def _label_at(text: str, begin: int) -> Label | None:
    """The label there, whose end counts the blanks inside it."""
    ahead = text[begin : begin + _AHEAD]
    packed = "".join(ahead.split())
    label = read_label(packed) or label_before_digits(packed)
    if label is None or packed == ahead:
        return label
    end = kept = 0
    while kept < label.end:
        kept += not ahead[end].isspace()
        end += 1
    return label._replace(end=end)
