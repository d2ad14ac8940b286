from __future__ import annotations

import copy
import json as standard
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from plancli.errors import UsageError
from plancli.export import json, schema
from plancli.model.bulletin import Bulletin

from .bulletins import bulletin

SCHEMAS = Path(__file__).parents[2] / "schemas"


@pytest.mark.parametrize("name", schema.MODELS)
def test_the_files_are_what_the_models_say(name: str) -> None:
    assert (SCHEMAS / f"{name}.schema.json").read_text("utf-8") == schema.text(name), (
        f"run: plancli schema {name} > schemas/{name}.schema.json"
    )


def test_there_is_a_file_for_each_schema_and_no_other() -> None:
    assert {file.name for file in SCHEMAS.iterdir()} == {f"{name}.schema.json" for name in schema.MODELS}


@pytest.mark.parametrize("name", schema.MODELS)
def test_each_is_a_schema_of_its_draft(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema.schema(name))


def test_another_name_is_refused_and_the_names_are_told() -> None:
    with pytest.raises(UsageError, match="bulletin, plan, task, time-node"):
        schema.schema("bulletins")


def plain() -> dict[str, Any]:
    data: dict[str, Any] = standard.loads(json.document(bulletin()))
    return data


def test_a_result_holds() -> None:
    jsonschema.Draft202012Validator(schema.schema()).validate(plain())


Change = Callable[[dict[str, Any]], object]

WRONG: dict[str, Change] = {
    "version": lambda data: data.update(schema_version="0.9"),
    "unknown key": lambda data: data.update(plan=[]),
    "no source": lambda data: data.pop("source"),
    "kind": lambda data: data["plans"][0]["tasks"][0]["time_nodes"][0].update(kind="someday"),
    "role": lambda data: data["plans"][0]["tasks"][0]["departments"][0].update(role="boss"),
    "empty name": lambda data: data["plans"][0]["tasks"][0]["departments"][0].update(name=""),
    "level": lambda data: data["plans"][0]["sections"][0].update(level=0),
    "span of three": lambda data: data["plans"][0]["tasks"][0]["time_nodes"][0].update(span=[0, 1, 2]),
    "year as text": lambda data: data["plans"][0].update(year="2025"),
    "text as null": lambda data: data["plans"][0]["tasks"][0].update(text=None),
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_models_and_schema_refuse_the_same(change: Change) -> None:
    data = copy.deepcopy(plain())
    change(data)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema.schema()).validate(data)
    with pytest.raises(ValidationError):
        Bulletin.model_validate_json(standard.dumps(data), strict=True)


def test_keys_that_have_a_default_may_be_left_out_by_both() -> None:
    data = plain()
    del data["plans"][0]["tasks"][0]["remarks"]
    jsonschema.Draft202012Validator(schema.schema()).validate(data)
    Bulletin.model_validate_json(standard.dumps(data), strict=True)
