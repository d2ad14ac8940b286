"""JSON Schema (draft 2020-12), generated from the models; the files in schemas/ are this module's output."""

from __future__ import annotations

import json
from typing import Any

from ..errors import UsageError, choose
from ..model.bulletin import SCHEMA_VERSION, Bulletin, Model, Plan, Task, TimeNode

MODELS: dict[str, type[Model]] = {"bulletin": Bulletin, "plan": Plan, "task": Task, "time-node": TimeNode}


def schema(name: str = "bulletin") -> dict[str, Any]:
    """The schema of one of `MODELS` as plain data. Raises `UsageError` for another name."""
    if name not in MODELS:
        raise UsageError("there is no schema {name!r}", choose(tuple(MODELS)), name=name)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:plancli:schema:{SCHEMA_VERSION}:{name}",
    }
    return head | MODELS[name].model_json_schema()


def text(name: str = "bulletin") -> str:
    """The schema as an indented JSON document that ends with a line feed."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"
