"""The word lists: one TOML file a subject beside this module, extended by the user's own tables.

    load("headers")                     the list as shipped
    load("headers", settings.lexicon)   with what `[lexicon.headers]` of the user's configuration adds

A list is extended (the user's words come last, without repeats), a table is merged key by key, any other value is
replaced. The result is read-only by convention and shared: do not change it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

EXTENDABLE = ("headers", "departments", "roles", "posts")  # lists that a user's words are added to
_EMPTY: Mapping[str, Any] = {}


def load(name: str, overrides: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
    """The word list `name` ("headers", "departments", …) with `overrides[name]` added to it.

    `overrides` is `Settings.lexicon` as it stands: a table a word list. Without a table of that name the shipped list
    is returned itself, cached. Raises FileNotFoundError where plancli has no list of that name.
    """
    shipped = _shipped(name)
    extra = (overrides or _EMPTY).get(name)
    return _extended(shipped, extra) if extra else shipped


@cache
def _shipped(name: str) -> Mapping[str, Any]:
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))


def _extended(base: Mapping[str, Any], extra: Mapping[str, Any]) -> Mapping[str, Any]:
    merged = dict(base)
    for key, value in extra.items():
        held = merged.get(key)
        if isinstance(held, list):
            added = value if isinstance(value, list) else [value]
            merged[key] = held + [item for item in added if item not in held]
        elif isinstance(held, Mapping) and isinstance(value, Mapping):
            merged[key] = _extended(held, value)
        else:
            merged[key] = value
    return merged
