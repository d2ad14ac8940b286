from __future__ import annotations

import json as standard

from plancli.export import json
from plancli.model.bulletin import Bulletin

from .bulletins import bulletin


def test_a_document_is_utf8_unescaped_indented_and_ends_with_a_line_feed() -> None:
    text = json.document(bulletin())
    assert "智慧养老服务站" in text
    assert text.startswith('{\n  "schema_version": "1.1",\n  "source": {\n    "path": "云岭.txt",')
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


def test_keys_stand_in_the_order_of_the_contract() -> None:
    data = standard.loads(json.document(bulletin()))
    assert list(data) == ["schema_version", "source", "notice", "plans", "coverage", "diagnostics"]
    node = data["plans"][0]["tasks"][0]["time_nodes"][1]
    assert list(node)[:9] == ["raw", "kind", "start", "end", "edtf", "rrule", "approximate", "action", "span"]


def test_spans_are_lists_and_what_is_not_known_is_null() -> None:
    node = standard.loads(json.document(bulletin()))["plans"][0]["tasks"][0]["time_nodes"][1]
    assert node["span"] == [8, 13]
    assert node["start"] is None
    assert node["end"] == "2025-12-31"


def test_a_line_is_one_line_though_texts_have_line_feeds() -> None:
    line = json.line(bulletin()).decode()
    assert line.count("\n") == 1
    assert line.endswith("\n")
    assert standard.loads(line) == standard.loads(json.document(bulletin()))


def test_what_is_written_reads_back_equal() -> None:
    assert Bulletin.model_validate_json(json.encoded(bulletin()), strict=True) == bulletin()
