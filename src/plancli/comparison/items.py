"""A task with what it is compared by: its words without years, numbers and the verbs that every plan is full of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..grammar.pattern import Pattern
from ..language.figures import MEASURES
from ..language.numerals import CHINESE, ZEROS
from ..language.verbs import ADVERB, NOMINAL, WORK
from ..model.bulletin import Bulletin, Plan, Task

# 2025年, 十四五, 第3批, 120所, 三项; a single 一 is in too many words
_NUMBER = Pattern(rf"第?(?:\d[\d.,，]*|[{CHINESE}百千万亿{ZEROS[:2]}]{{2,}}|[{CHINESE}](?=[{MEASURES}]))")
_END = Pattern(r"[。；;\n]")
_CLAUSE = Pattern("[，,；;：:]")
_NO_WORD = Pattern(r"[\W_]+")
_LEAD = Pattern(rf"(?:{ADVERB}|{WORK}|{NOMINAL}|和|与|、)+")
_HEAD = 4  # characters of a clause that names a work
_SHORTEST = 2  # characters that must stay when the verbs are gone


def folded(text: str) -> str:
    """The words of a text alone: numbers as 0, no punctuation, no blanks."""
    return _NO_WORD.sub("", _NUMBER.sub("0", text.casefold()))


def core(text: str) -> str:
    """A folded title without the verbs that it begins with: what the work is about (持续推进校园安全 → 校园安全)."""
    lead = _LEAD.match(text)
    rest = text[lead.end() :] if lead is not None else text
    return rest if len(rest) >= _SHORTEST else text


def pairs(text: str) -> frozenset[str]:
    """Each two neighbouring characters; the text itself where it is shorter."""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1)) or frozenset((text,) if text else ())


@dataclass(frozen=True, eq=False)
class ComparedItem:
    """A task, the plan and the file it stands in; `at` is its place among the tasks of its side, from 0 to 1."""

    file: str
    plan: Plan
    task: Task
    at: float

    @cached_property
    def title(self) -> str:
        """The folded title."""
        return folded(self.task.title)

    @cached_property
    def core(self) -> str:
        """What the title is about."""
        return core(self.title)

    @cached_property
    def head_pairs(self) -> frozenset[str]:
        """The pairs of the core of its first clause, which names the work where others say what for."""
        head = folded(_CLAUSE.split(self.task.title)[0])
        return pairs(core(head)) if len(head) >= _HEAD else self.title_pairs

    @cached_property
    def text(self) -> str:
        """The folded text."""
        return folded(self.task.text)

    @cached_property
    def title_pairs(self) -> frozenset[str]:
        """The pairs of the core of the title."""
        return pairs(self.core)

    @cached_property
    def text_pairs(self) -> frozenset[str]:
        """The pairs of the text."""
        return pairs(self.text)

    @cached_property
    def points(self) -> tuple[str, ...]:
        """The folded sentences and points of the text, without their labels."""
        return tuple(folded(point).lstrip("0") for point in _END.split(self.task.text))

    @cached_property
    def section(self) -> str:
        """The folded titles of the sections it stands in."""
        return "/".join(folded(title) for title in self.task.section_path)


def items(bulletins: Iterable[Bulletin]) -> list[ComparedItem]:
    """The tasks of all plans, in the order of the bulletins."""
    found = [(held.source.path, plan, task) for held in bulletins for plan in held.plans for task in plan.tasks]
    return [ComparedItem(*one, at=number / len(found)) for number, one in enumerate(found)]
