"""The tree of numbered paragraphs → sections and tasks: which level is the task.

A task is the lowest numbered level that carries its own assignment or schedule; points below it stay in its text. An item
with text of its own and nothing numbered beneath is a task too, whatever its level; a heading with unnumbered prose
beneath is a section with text.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from ..language.assignments import assigns, begins_with_label, bounds_time, names_who
from ..language.headers import role_of_header
from ..language.labels import read_label
from ..language.month_days import days_by_points
from ..language.times import begins_time, has_time, heads_by_time, led_by_time, says_when
from ..model.bulletin import Location
from ..model.draft import ColumnValue, SectionDraft, TaskDraft
from ..model.record import Record
from ..model.source import Paragraph
from .among_tasks import CLAUSE, among_tasks, depth, is_no_work, says_when_in_text
from .fields import are_fields, named_by_field, speaks_for_all, states_time, without_field_name
from .item_title import split_title
from .outline import UNNUMBERED, Node, beside_chapters, is_chapter
from .points import POINTS, assigned_at_the_end, assigned_behind, assigned_behind_points
from .stream import Passage
from .table_plan import TablePlan
from .trailing_fields import columns_of, fields_behind, schedule_of

_STOPS = ("。", "；", ";")
HEADINGS = ("", "heading", "part", "chapter", "section", "han", "han-bracket")


@dataclass(slots=True, eq=False, repr=False)
class Items(Record):
    """What a tree comes to: the sections and the tasks, each with the node it came from."""

    sections: list[SectionDraft] = field(default_factory=list)
    tasks: list[TaskDraft] = field(default_factory=list)
    guessed: bool = False
    counted: int = 0  # tasks of tables that have no numbers


def cut(root: Node) -> Items:
    """The root of a plan's tree → its sections and tasks in document order."""
    chosen = _choose(root)
    guessed = False
    if not chosen and not _has_tables(root):
        chosen = _lowest_headings(root)
        guessed = bool(chosen)
    items = Items(guessed=guessed)
    _collect(root, None, 0, chosen, items)
    return items


def _choose(root: Node) -> set[Node]:
    """The nodes that are tasks."""
    own: dict[Node, bool] = {}
    for node in reversed(list(root.walk())):  # what stands below first
        own[node] = _own_assignment(node) or assigned_behind_points(node, own)
    by_form: dict[str, list[Node]] = defaultdict(list)
    for node in reversed(own):
        by_form[node.form].append(node)
    share = {form: sum(own[node] for node in nodes) / len(nodes) for form, nodes in by_form.items()}
    leaves = {form: sum(not node.children for node in nodes) / len(nodes) for form, nodes in by_form.items()}
    tail_only = assigned_at_the_end(by_form)
    through = _numbered_through(by_form)
    chosen: set[Node] = set()
    stack = root.children[::-1]
    while stack:
        node = stack.pop()
        children = node.children
        if not children:
            if not node.tables and _leaf_is_task(node, own[node]):
                chosen.add(node)
        elif not _has_tables(node) and (
            are_fields(children)
            or (
                not (node.form in HEADINGS and children[0].form in through)
                and _holds_its_points(node, children, own, share, leaves, tail_only)
            )
        ):
            chosen.add(node)
        else:
            stack.extend(children[::-1])
    return chosen | among_tasks(by_form, chosen)


def _has_tables(node: Node) -> bool:
    return bool(node.tables) or any(below.tables for below in node.walk())


def _own_assignment(node: Node) -> bool:
    if names_who(node.head) if node.label is None else node.children and begins_with_label(node.head):
        return False  # a line 责任单位：… that heads a list speaks for all beneath
    return (
        assigns(node.head)
        or bool(fields_behind(node.head))
        or any(assigns(text) or states_time(text) for text in node.body)
    )


def _numbered_through(by_form: dict[str, list[Node]]) -> set[str]:
    """Forms whose numbers run on from one heading to the next: those are no points, which begin anew under each."""
    forms: set[str] = set()
    for form, nodes in by_form.items():
        over = [
            (before.label.value, node.label.value)
            for before, node in pairwise(nodes)
            if node.parent is not before.parent and before.label and node.label
        ]
        if over and all(value == before + 1 for before, value in over):
            forms.add(form)
    return forms


def _leaf_is_task(node: Node, assigned: bool) -> bool:
    title, rest = split_title(node.head)
    if is_no_work(node):
        return False
    if node.form not in HEADINGS:
        return not (node.body and not rest and node.head[-1:] not in "。；" and not assigned and beside_chapters(node))
    if not rest and node.body and speaks_for_all(title, node.body):
        return False  # 三、组织机构, 四、活动时间
    if not rest and not node.body and depth(node) == 1 and states_time(node.head):
        return False  # 二、活动时间：2013年4月 on one line
    if not rest and depth(node) >= 2 and node.body and begins_time(node.body[0]):
        return True  # （三）验收 with 12月2日，由… beneath
    if not rest and len(node.body) > 1 and all(map(led_by_time, node.body)):
        role = role_of_header(title)  # 二、考试 with a day on each line beneath, not 二、工作目标
        return role is None or role.kind not in ("goal", "time")
    if node.body and (parent := node.parent) is not None and not rest:  # its text beneath
        above = parent.parent.children if parent.parent else [parent]
        beside = [each for one in above if one.form == parent.form for each in one.children if each.form == node.form]
        spoken = sum(map(says_when_in_text, beside))
        if names_who(parent.head) or (len(beside) > 2 and spoken * 4 >= len(beside) * 3):
            return True
    clauses = "，" in node.head or "," in node.head  # （一）1月21日至23日，为补课日，
    sentence = _ends_in_stop(node) or (clauses and has_time(node.head))
    return assigned or bool(rest) or sentence or says_when(node.head)


def _ends_in_stop(node: Node) -> bool:
    """Whether an item is a sentence by its full stop; the stop of one title among many that have none, text beneath, is a slip."""
    if not node.head.endswith(_STOPS):
        return False
    beside = [one for one in node.parent.children if one.form == node.form and one.body] if node.parent else []
    stopped = sum(one.head.endswith(_STOPS) for one in beside)
    return not node.body or stopped * 2 >= len(beside)


def _holds_its_points(
    node: Node,
    children: list[Node],
    own: dict[Node, bool],
    share: dict[str, float],
    leaves: dict[str, float],
    tail_only: set[str],
) -> bool:
    """True where a node with numbered paragraphs beneath is the task and those are points of its text."""
    if node.form in tail_only:
        return True
    if heads_by_time(node.head.rstrip("。")) or (node.form == "stage" and children[0].form not in POINTS):
        return False  # its time is for all beneath
    assigned_children = any(own[child] for child in children)
    points = all(child.form in POINTS for child in children)
    if node.form in HEADINGS or is_chapter(node):
        if own[node] and not assigned_children and share.get(children[0].form, 0) < 0.2:
            return points or not _stand_alone(children)
        if points and share[node.form] == 1.0 and assigned_behind(children, own):
            return True  # each of its form is assigned itself, this one behind its points
        beside_tasks = leaves.get(node.form, 0.0) >= 0.5
        at_task_level = beside_tasks or not any(own[child] for child in children[:-1])
        behind = beside_tasks and children[0].form not in HEADINGS and assigned_behind(children, own)
        # a title alone is an item where all beside it that have nothing numbered beneath are assigned
        said = bool(split_title(node.head)[1]) or bool(node.body) or (behind and share[node.form] >= leaves[node.form])
        said = said or (beside_tasks and node.head.endswith(_STOPS))
        return (points or behind) and said and at_task_level
    titled = points and not assigns(node.head) and not node.body and not split_title(node.head)[1]
    if titled and all(any(map(begins_with_label, child.body)) for child in children):
        return False  # each point has lines of its own that say who
    if points:
        # The points are the tasks only where they alone are assigned, through the whole plan; beneath a sentence, all of them.
        alone = assigned_children and share[node.form] == 0
        return not (alone and (all(own[child] for child in children) or not split_title(node.head)[1]))
    timed = sum(says_when_in_text(child) for child in children) * 2 > len(children)  # each by its own time
    return not assigned_children and not timed and (own[node] or leaves.get(node.form, 0.0) >= 0.5)


def _stand_alone(children: list[Node]) -> bool:
    """Whether what stands beneath an assigned heading is tasks: most have a title and a text, or one says when."""
    spoken = sum(bool(split_title(child.head)[1]) or bool(child.body) for child in children)
    return spoken * 2 > len(children) or any(
        begins_time(clause) for child in children for clause in CLAUSE.split(child.head)
    )


def _lowest_headings(root: Node) -> set[Node]:
    """Where nothing else is a task: headings over prose half of which says until when, or the headings with nothing numbered beneath on the lowest of two or more levels, or a
    plain list of titles."""
    leaves = [node for node in root.walk() if not node.children and not node.tables]
    deepest = max((depth(node) for node in leaves), default=0)
    dated = sum(any(map(bounds_time, node.body)) for node in leaves)
    if deepest == 1 and len(leaves) > 1 and dated * 2 >= len(leaves):
        return set(leaves)
    if deepest >= 2:
        return {node for node in leaves if depth(node) == deepest}
    bare = [node for node in leaves if not node.body]
    return set(bare) if len(bare) >= 3 and len(bare) * 2 >= len(leaves) else set()


def _collect(node: Node, section: int | None, level: int, chosen: set[Node], items: Items) -> None:
    for child in node.trail:
        if isinstance(child, Passage):
            continue
        if isinstance(child, TablePlan):
            _take_table(child, section, level, items)
            continue
        if child in chosen:
            items.tasks.append(_task(child, section))
            continue
        title, rest = split_title(child.head)
        text = "\n".join([*([rest] if rest else []), *child.body])
        items.sections.append(
            SectionDraft(
                child.printed,
                level + 1,
                title.rstrip("：:"),
                section,
                text,
                where(child.paragraph),
                child.origin(below=False),
            )
        )
        _collect(child, len(items.sections) - 1, level + 1, chosen, items)


def _take_table(table: TablePlan, section: int | None, level: int, items: Items) -> None:
    """A table's sections and tasks under the section that it stands in, or beside that: 一、 above the table, 二、 across it."""
    shift = len(items.sections)
    above, deep = section, level
    if section is not None and any(
        _follows(items.sections[section].label, inner.label) for inner in table.sections[:1]
    ):
        above, deep = items.sections[section].parent, level - 1
    for inner in table.sections:
        inner.level += deep
        inner.parent = above if inner.parent is None else inner.parent + shift
        items.sections.append(inner)
    for task in table.tasks:
        task.section = section if task.section is None else task.section + shift
        items.tasks.append(task)
        if table.counted:
            task.number = str(int(task.number) + items.counted)
    items.counted += len(table.tasks) if table.counted else 0


def _follows(label: str, later: str) -> bool:
    """Whether the second of two labels is the next number in the form of the first."""
    one, two = read_label(label), read_label(later)
    return one is not None and two is not None and (one.form, one.value + 1) == (two.form, two.value)


def _task(node: Node, section: int | None) -> TaskDraft:
    title, rest = split_title(node.head)
    below = list(node.lines())
    if not title and below and not node.children:
        title, rest = split_title(below.pop(0))
    number = node.label.number if node.label else ""
    if node.form == UNNUMBERED and (named := named_by_field([node.head, *below])) is not None:
        title, rest, below = named.title, "", named.rest
        number = named.number or number
    text = "\n".join([*([rest] if rest else []), *below])
    title = without_field_name(title)
    columns = _days_of(title, node) if node.form == UNNUMBERED else []
    location, lines = where(node.paragraph), node.origin()
    draft = TaskDraft(number, node.printed, title, text, section, columns, location=location, lines=lines)
    if node.paragraph and (fields := fields_behind(node.head)):
        draft.columns, draft.schedule = columns_of(fields, node.paragraph), schedule_of(fields)
    return draft


def _days_of(title: str, node: Node) -> list[ColumnValue]:
    """The days by points that lead an item, as a column beside it would give them: 9.26—9.27运动会."""
    days, at = days_by_points(title), node.paragraph
    return [ColumnValue("time", "", days[0], lines=at.lines if at else [])] if days else []


def where(paragraph: Paragraph | None) -> Location:
    """The place of a paragraph in the source."""
    if paragraph is None:
        return Location()
    return Location(page=paragraph.page, paragraph=paragraph.number or None)
