"""Whether a cell holds what its column does."""

from __future__ import annotations

from functools import lru_cache

from ....language.bodies import all_bodies
from ....language.header_rows import squeezed
from ....language.headers import lexicon_of
from ....language.posts import names_holders
from ....language.times import has_time
from .tokens import is_persons

_FOREIGN = 2  # lines of remarks that are names, from which on these are another row's


@lru_cache(maxsize=4096)
def suits(kind: str, text: str) -> bool:
    """Whether a cell of bodies, persons or times holds such; and none holds what other columns do, in lines below its first."""
    flat = squeezed(text)
    if flat in lexicon_of().empty:
        return True
    if kind == "departments":
        return all_bodies(flat)
    if kind == "time":
        return has_time(flat) and not any(map(all_bodies, text.split("\n")[1:]))
    if kind == "remarks":
        return sum(is_persons(line) or all_bodies(line) for line in text.split("\n")[1:]) < _FOREIGN
    return kind != "leaders" or is_persons(text) or names_holders(flat)
