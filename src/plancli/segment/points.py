"""Points below items: the forms that number them, and which form stands below which where the document goes its own way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ..language.assignments import assigns, names_who
from ..language.labels import Label
from .item_title import split_title
from .outline import Node
from .stream import Element, Passage

INNER = (
    "inner"  # the form of points whose form ranks with that of their item, or above it: （1） below ①, (1) below （1）
)
POINTS = ("digit-bracket", "digit-half", "circled", "letter", INNER)

_Printed = tuple[str, str]  # a form, and how its numbers are bracketed


def rank_points(body: list[Element]) -> list[Element]:
    """A plan's body → the same, with the labels of points that stand below items of a form of no higher rank as `INNER`.

    They are told by their series: ① (1) (2) ② has the (1) and (2) of ①.
    """
    labels = [element.label for element in body if isinstance(element, Passage) and element.label]
    pairs = _pairs(labels)
    if not pairs:
        return body
    found: list[Element] = []
    above: dict[_Printed, int] = {}  # the items that may be open, with their rank
    for element in body:
        label = element.label if isinstance(element, Passage) else None
        if isinstance(element, Passage) and label is not None:
            ranks = [rank for outer, rank in above.items() if (outer, _printed(label)) in pairs]
            if ranks:
                element = replace(element, label=label._replace(form=INNER, rank=max(ranks) + 1))
            elif label.form in POINTS:
                above[_printed(label)] = label.rank
            else:
                above = {}
        found.append(element)
    return found


def _pairs(labels: list[Label]) -> set[tuple[_Printed, _Printed]]:
    """The forms (of an item, of its points) of which the points' one has no lower rank, and more often so than the other way."""
    seen: Counter[tuple[_Printed, _Printed]] = Counter()
    for at, (item, first) in enumerate(pairwise(labels)):
        if first.value != 1 or {item.form, first.form} - set(POINTS) or _printed(item) == _printed(first):
            continue
        end = at + 2
        while end < len(labels) and _printed(labels[end]) == _printed(first) and labels[end].value > 1:
            end += 1
        if end < len(labels) and (_printed(labels[end]), labels[end].value) == (_printed(item), item.value + 1):
            seen[_printed(item), _printed(first)] += 1
    rank = {_printed(label): label.rank for label in labels}
    return {
        (item, point)
        for (item, point), times in seen.items()
        if rank[point] <= rank[item] and times > seen[point, item]
    }


def _printed(label: Label) -> _Printed:
    mark = label.text.lstrip("★☆▲")[:1]
    return label.form, mark if mark in "（(〔【[" else ""


def assigned_behind_points(node: Node, own: dict[Node, bool]) -> bool:
    """Whether the last of two or more points, and no other, has an assignment behind it: it is the item's."""
    return all(child.form in POINTS for child in node.children) and assigned_behind(node.children, own)


def assigned_behind(items: list[Node], own: dict[Node, bool]) -> bool:
    """Whether the last of two or more items, and no other, has an assignment on a line behind it; the others may say when."""
    if len(items) < 2 or not any(map(assigns, items[-1].body)):
        return False
    last = items[-1]
    before = [line for item in items[:-1] for line in (item.head, *item.body)]
    if any(map(names_who, last.body)):
        return not any(map(names_who, (*before, last.head)))
    return not any(own[item] for item in items[:-1]) and not assigns(last.head)


def assigned_at_the_end(by_form: Mapping[str, Sequence[Node]]) -> set[str]:
    """Forms whose items are assigned once, in the last of their points, for all of them; an item that is assigned itself is not."""
    forms: set[str] = set()
    for form, nodes in by_form.items():
        parents = [node.children for node in nodes if len(node.children) >= 2 and not _heads_tasks(node)]
        shared = [
            node.children
            for node in nodes
            if node.children in parents and not _names_itself(node) and not _are_titled(node.children)
        ]
        last_only = [children for children in shared if _named(children[-1]) and not _named_before_end(children)]
        each = [children for children in parents if _named_before_end(children)]  # these have their own
        if len(last_only) >= 2 and len(last_only) * 10 >= len(parents) * 6 and len(each) * 10 <= len(parents):
            forms.add(form)
    return forms


def _names_itself(node: Node) -> bool:
    return names_who(node.head) or any(map(names_who, node.body))


def _named(node: Node) -> bool:
    """Whether an item says who is to do it, itself or behind the last of its points."""
    if _names_itself(node):
        return True
    children = node.children
    return bool(children) and children[-1].form in POINTS and _named(children[-1])


def _named_before_end(children: Sequence[Node]) -> bool:
    """Whether any item but the last of all, on whatever level, says who is to do it."""
    last = children[-1]
    before = [below for child in children[:-1] for below in (child, *child.walk())]
    return any(map(_names_itself, before)) or (bool(last.children) and _named_before_end(last.children))


def _are_titled(children: Sequence[Node]) -> bool:
    """Whether all items have a title and a text of their own, and are no points: tasks, of which the last says who has them all."""
    return children[0].form not in POINTS and all(split_title(child.head)[1] for child in children)


def _heads_tasks(node: Node) -> bool:
    """Whether it is a bare title of the first level with items of the usual form beneath: 一、思想引领 / 1.开展团课。"""
    return (
        node.form == "han"
        and node.children[0].form == "digit"
        and not split_title(node.head)[1]
        and node.head[-1:] not in "。；"
    )
