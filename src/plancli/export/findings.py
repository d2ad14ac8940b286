"""What a script is to look at, a line of JSON each: failures and warnings, as `parse --diagnostics` writes them and the journal
of a batch holds them.

    {"path": "a.pdf", "code": "number-gap", "severity": "warning", "message": "…", "place": {"plan": "p1", "page": 3}}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from ..model.bulletin import Bulletin, Diagnostic, Severity

FIELDS = ("path", "code", "severity", "message", "place")
_ANYWHERE = ("page", "table", "row", "paragraph", "sheet", "cell")

FindingLine = Mapping[str, Any]


def of_bulletin(bulletin: Bulletin, path: str) -> tuple[FindingLine, ...]:
    """A line for each diagnostic of a bulletin that is more than a remark, in its order; `path` as its result has it."""
    return tuple(
        _line(path, told.code, told.severity, told.message, _place(told))
        for told in bulletin.diagnostics
        if told.severity != "info"
    )


def of_failure(
    path: str, code: str, what: str, remedy: str, severity: Literal["error", "info"] = "error"
) -> FindingLine:
    """The line of an input that gave no result, from the parts of its error; `info` where it was passed over."""
    return _line(path, code, severity, f"{what}. {remedy}".rstrip(), None)


def text(lines: Iterable[FindingLine]) -> str:
    """The lines as JSON Lines."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _line(path: str, code: str, severity: Severity, message: str, place: Mapping[str, Any] | None) -> FindingLine:
    return dict(zip(FIELDS, (path, code, severity, message, place), strict=True))


def _place(told: Diagnostic) -> Mapping[str, Any] | None:
    """The plan, the task and the place in the file, as far as they are known; None where nothing is."""
    known = {"plan": told.plan, "task": told.task} | {name: getattr(told.location, name) for name in _ANYWHERE}
    return {name: value for name, value in known.items() if value is not None} or None
