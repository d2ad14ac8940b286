"""Titles with their prose beneath that are tasks because what stands among them is; those that say no work are none."""

from __future__ import annotations

from ..grammar.pattern import Pattern
from ..language.assignments import begins_with_label
from ..language.headers import role_of_header
from ..language.times import begins_time
from ..language.verbs import NOMINAL
from .fields import name_who_holds_it, names_members
from .item_title import BEGINS_WORK, heads_terms, split_title
from .outline import Node

_ENDS_IN_WORK = Pattern(rf"[㐀-鿿]{{2}}{NOMINAL}$")
CLAUSE = Pattern("[。；;，,]")
_SHORT_TITLE = 8
_SOME = 3  # tasks that tell what those beside them are
_NEARLY_ALL = 0.8  # of the titles of the first level


def among_tasks(by_form: dict[str, list[Node]], chosen: set[Node]) -> set[Node]:
    """Titles with their prose on the next line that stand among items of their form which are tasks; of the first level, where
    nearly all of them are, or nearly all name work (一、开展巡河活动) and one is, or where half are and their prose says when."""
    found: set[Node] = set()
    for nodes in by_form.values():
        leaves = [node for node in nodes if not node.children and not node.tables and not is_no_work(node)]
        lower = [node for node in leaves if depth(node) >= 2]
        if sum(node in chosen for node in lower) * 2 > len(lower):
            found.update(lower)
        elif not lower:
            tasks = [at for at, node in enumerate(leaves) if node in chosen]
            if len(tasks) >= _NEARLY_ALL * len(leaves) and len(tasks) > 3:
                found.update(leaves[tasks[0] : tasks[-1]])
            if len(tasks) >= max(_SOME, len(leaves) / 2):
                found.update(filter(says_when_in_text, leaves))
            named = [
                node for node in leaves if node in chosen or (node.body and _names_work(split_title(node.head)[0]))
            ]
            found.update(named if tasks and len(nodes) > 2 and len(named) >= _NEARLY_ALL * len(nodes) else ())
    return found


def _names_work(title: str) -> bool:
    """Whether a title says what is done: 开展巡河活动, 部门自查; not what a field is called (时间安排)."""
    role = role_of_header(title)
    if role is not None and role.whole and (role.kind != "departments" or role.ends):
        return False
    return BEGINS_WORK.match(title) is not None or (
        len(title) <= _SHORT_TITLE and _ENDS_IN_WORK.search(title) is not None
    )


def says_when_in_text(node: Node) -> bool:
    """Whether a clause of the prose behind or beneath a title begins with a time."""
    return any(map(begins_time, CLAUSE.split("。".join([split_title(node.head)[1], *node.body]))))


def is_no_work(node: Node) -> bool:
    """Whether a title and its prose say who is in a group, who holds the whole, or for whom and on what terms it is."""
    terms = bool(node.body) and heads_terms(node.head)
    return names_members(node) or name_who_holds_it(node) or (terms and not any(map(begins_with_label, node.body)))


def depth(node: Node) -> int:
    """The level of an item among the numbered ones, from 1."""
    return sum(1 for _ in node.ancestors()) + 1
