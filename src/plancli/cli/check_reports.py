"""What a check found, as lines for people, as annotations of GitHub Actions, or as a JUnit file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..messages import Message, translated
from .console import printable
from .difference import Difference

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0 has no way to write these
_JUNIT = '<?xml version="1.0" encoding="utf-8"?>\n'


@dataclass(slots=True)
class CheckFinding:
    """A sample, the file that says what is expected, and what differs from it; `seconds` it took, how many files were `written` for
    it, and the `exit_code` of what kept it from being read."""

    folder: Path
    file: Path
    differences: list[Difference] = field(default_factory=list)
    seconds: float = 0.0
    written: int = 0
    exit_code: int = 0

    @property
    def name(self) -> str:
        """The sample's folder, on one line."""
        return printable(str(self.folder))


def lines(finding: CheckFinding) -> Iterator[str]:
    """Lines for people: the sample, each place in it, what differs there."""
    yield translated(Message("{file}: {told}", file=finding.name, told=_count(finding)))
    place = None
    for difference in finding.differences:
        if difference.place and difference.place != place:
            yield f"  {translated(difference.place)}"
        place = difference.place
        yield f"    {translated(difference.what)}" if place else f"  {translated(difference.what)}"


def github(finding: CheckFinding) -> str:
    """Workflow commands, one a place, that GitHub shows beside the expected file."""
    annotations = []
    for place, group in _by_place(finding.differences):
        message = _escape("\n".join(group))
        title = _escape(f"{finding.name}: {place}".rstrip(": ")).replace(",", "%2C").replace(":", "%3A")
        file = _escape(printable(str(finding.file))).replace(",", "%2C").replace(":", "%3A")
        annotations.append(f"::error file={file},title={title}::{message}")
    return "\n".join(annotations) + "\n"


def _by_place(differences: Sequence[Difference]) -> Iterator[tuple[str, list[str]]]:
    groups: dict[str, list[str]] = {}
    for place, what in differences:
        groups.setdefault(place, []).append(what)
    yield from groups.items()


def _count(finding: CheckFinding) -> Message:
    return Message("{count} difference", "{count} differences", count=len(finding.differences))


def _escape(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def junit(findings: Sequence[CheckFinding]) -> bytes:
    """A JUnit file: a test case a sample."""
    from xml.etree import ElementTree

    failed = sum(bool(finding.differences) for finding in findings)
    counts = {"tests": str(len(findings)), "failures": str(failed), "errors": "0"}
    suite = ElementTree.Element("testsuite", {"name": "plancli check", **counts})
    for finding in findings:
        timed = {"classname": "plancli.check", "name": finding.name, "time": f"{finding.seconds:.3f}"}
        case = ElementTree.SubElement(suite, "testcase", timed)
        if finding.differences:
            failure = ElementTree.SubElement(case, "failure", {"message": _count(finding)})
            failure.text = _NOT_XML.sub("\ufffd", "".join(f"{line}\n" for line in lines(finding)))
    ElementTree.indent(suite)
    return (_JUNIT + ElementTree.tostring(suite, encoding="unicode") + "\n").encode("utf-8")
