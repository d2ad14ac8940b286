"""The word lists in force: the shipped ones with the user's additions, for all that is read meanwhile.

Each stage enters at its door what `Settings.lexicon` holds, so that no reader of any kind of file can miss it:

    with in_force(settings.lexicon): …
    compiled(Words)      what `Words` makes of the lists in force, made once for the same additions
    @asked_once          an answer about a text, which several readers of a document ask for, found once while they are in force
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

T = TypeVar("T")
_MOST = 8  # additions whose compiled lists are kept, for programs that parse under many
_NONE: Mapping[str, Any] = {}


class WordLists:
    """One user's additions (none for the lists as shipped), and what has been compiled with them."""

    def __init__(self, additions: Mapping[str, Any]) -> None:
        self.additions = additions
        self.made: dict[Any, Any] = {}

    def compiled(self, make: Callable[[Mapping[str, Any]], T]) -> T:
        """`make(additions)`, made at the first asking."""
        found: T | None = self.made.get(make)
        if found is None:
            found = self.made[make] = make(self.additions)
        return found


_SHIPPED = WordLists(_NONE)
_HELD: dict[str, WordLists] = {}
_FORCE: ContextVar[WordLists] = ContextVar("word_lists", default=_SHIPPED)
_ANSWERS: ContextVar[dict[Any, dict[str, Any]] | None] = ContextVar("answers", default=None)  # question → text → answer


def lists_of(additions: Mapping[str, Any] | None) -> WordLists:
    """The word lists with these additions, the same object for the same additions."""
    if not additions:
        return _SHIPPED
    key = repr(additions)
    if key not in _HELD:
        while len(_HELD) >= _MOST:
            del _HELD[next(iter(_HELD))]
        _HELD[key] = WordLists(additions)
    return _HELD[key]


@contextmanager
def in_force(additions: Mapping[str, Any] | None) -> Iterator[None]:
    """Within it the word lists hold these additions (`Settings.lexicon`), in this thread or task alone."""
    token, answers = _FORCE.set(lists_of(additions)), _ANSWERS.set(defaultdict(dict))
    try:
        yield
    finally:
        _FORCE.reset(token)
        _ANSWERS.reset(answers)


def asked_once(ask: Callable[[str], T]) -> Callable[[str], T]:
    """`ask`, whose answers are kept within `in_force`, so long as one document is read; outside it asks anew each time."""

    @wraps(ask)
    def answer(text: str) -> T:
        answers = _ANSWERS.get()
        if answers is None:
            return ask(text)
        known = answers[ask]
        if text not in known:
            known[text] = ask(text)
        found: T = known[text]
        return found

    return answer


def compiled(make: Callable[[Mapping[str, Any]], T]) -> T:
    """What `make` comes to with the word lists in force."""
    lists = _FORCE.get()
    found: T | None = lists.made.get(make)
    return lists.compiled(make) if found is None else found
