"""Results of contract 1.0, for what knows 1.1: read as results of 1.1, and made of them."""

from __future__ import annotations

from typing import Any

# noun → the fields that 1.1 has and 1.0 has not; nouns by the key that holds them
ADDED: dict[str, tuple[str, ...]] = {
    "location": ("sheet", "cell", "boxes"),
    "departments": ("key", "boxes", "inherited"),
    "leaders": ("boxes", "inherited"),
    "time_nodes": ("boxes", "inherited"),
    "tasks": ("corrected",),
    "diagnostics": ("value",),
}


def is_old(data: Any) -> bool:
    """Whether plain data is a result of 1.0."""
    return isinstance(data, dict) and data.get("schema_version") == "1.0"


def upgraded(data: dict[str, Any]) -> dict[str, Any]:
    """A result of 1.0 as one of 1.1: the reader as an object, each body's name its key. Total: what is no result of
    1.0 in the first place is for the models to refuse."""
    source, plans = data.get("source"), data.get("plans")
    new = {**data, "schema_version": "1.1"}
    if isinstance(source, dict) and isinstance(source.get("extractor"), str):
        new["source"] = {**source, "extractor": {"name": source["extractor"]}}
    if isinstance(plans, list):
        new["plans"] = [_keyed(plan) for plan in plans]
    return new


def _keyed(value: Any, noun: str = "plans") -> Any:
    if isinstance(value, list):
        return [_keyed(one, noun) for one in value]
    if not isinstance(value, dict):
        return value
    if noun == "departments":
        return {"key": value.get("name"), **value}
    return {key: _keyed(one, key) if key in ("tasks", "departments") else one for key, one in value.items()}


def reduced(data: Any, noun: str = "") -> Any:
    """A result of 1.1, as plain data, as 1.0 has it: without the fields that 1.1 added."""
    if isinstance(data, list):
        return [reduced(one, noun) for one in data]
    if not isinstance(data, dict):
        return data
    added = ADDED.get(noun, ())
    old = {key: reduced(value, key) for key, value in data.items() if key not in added}
    if noun == "source" and isinstance(old.get("extractor"), dict):
        old["extractor"] = old["extractor"].get("name")
    if "schema_version" in old:
        old["schema_version"] = "1.0"
    return old
