"""From zones to facts: what the covering notice says, and what a plan takes from it, its head and its colophon."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...grammar.reading import Reading
from ...language.official import rules
from ...language.official.lines import is_masthead
from ...model.draft import NoticeDraft, PlanDraft
from ...model.record import Record


@dataclass(slots=True, eq=False, repr=False)
class Facts(Record):
    """Who issued a document, under which number, on which day; each None where it is not said."""

    issuer: str | None = None
    doc_number: str | None = None
    issued_on: datetime.date | None = None
    title: str = ""  # of a notice: its title and its text
    text: str = ""

    def fill(self, other: Facts) -> None:
        """Take from `other` what is missing here."""
        self.issuer = self.issuer or other.issuer
        self.doc_number = self.doc_number or other.doc_number
        self.issued_on = self.issued_on or other.issued_on


def read_notice(draft: NoticeDraft, record: Mapping[str, str]) -> tuple[dict[str, object], Facts]:
    """The covering notice and the record that the source has beside its text → the fields of `Notice` as plain data, and what
    its plans take from it."""
    zones: dict[str, list[str]] = {}
    for zone, text in draft.lines:
        zones.setdefault(zone, []).append(text)
    title = "".join(zones.get("title", ())) or None
    facts = Facts(
        issuer=_signed(line for line in zones.get("signature", ()) if not rules.date(line))
        or _signed(zones.get("signature", ()))
        or _masthead(zones.get("masthead", ()))
        or _value(rules.title_issuer(title or "")),
        doc_number=_first_number(
            [*zones.get("doc-number", ()), *zones.get("masthead", ()), *zones.get("signatory", ())]
        ),
        issued_on=_first_date([*zones.get("date", ()), *zones.get("signature", ())]),
    )
    facts.fill(_colophon(zones.get("colophon", ())))
    closing = zones.get("body", [])[1:][-4:]  # a signature that a line behind it hid from the zones
    facts.fill(
        Facts(
            _signed(closing), None, _first_date(line for line in closing if (day := rules.date(line)) and not day.start)
        )
    )
    facts.doc_number = facts.doc_number or _first_number(zones.get("title", ()))
    facts.fill(_recorded(record))
    title = title or record.get("title")
    addressee = "".join(zones.get("addressee", ()))
    signatory = next((found.value for line in zones.get("signatory", ()) if (found := rules.signatory(line))), None)
    fields: dict[str, object] = {
        "title": title,
        "doc_number": facts.doc_number,
        "issuer": facts.issuer,
        "addressee": _value(rules.addressee(addressee)) if addressee else None,
        "issued_on": facts.issued_on,
        "signatory": signatory,
        "text": "\n".join([*zones.get("body", ()), *zones.get("attachment", ())]),
    }
    facts.title, facts.text = title or "", str(fields["text"])
    return fields, facts


def _recorded(record: Mapping[str, str]) -> Facts:
    return Facts(
        record.get("issuer"),
        _first_number([record.get("doc_number", "")]),
        _first_date([record.get("issued_on", "")]),
    )


def read_plan(draft: PlanDraft, notice: Facts | None) -> Facts:
    """What a plan's own head and tail say of it, then its notice, then its title."""
    facts = Facts(
        issuer=_signed(_beside_title(draft.head))
        or _signed(draft.tail)
        or _masthead(line for line in draft.head if is_masthead(line.rstrip())),
        doc_number=_first_number(draft.head) or _first_number(line for line in draft.tail if len(line) < 40),
        issued_on=_first_date(draft.head),
    )
    if notice:
        facts.fill(notice)
    facts.fill(_colophon(draft.tail))
    facts.issued_on = facts.issued_on or _first_date(line for line in draft.tail if len(line) < 60)
    facts.issuer = facts.issuer or _value(rules.title_issuer(draft.title)) or _signed(draft.head)
    return facts


def _beside_title(head: Sequence[str]) -> Sequence[str]:
    """The lines that sign a plan at its head: those behind the last that says something else, as a site's menu does beneath
    its banner."""
    known = (rules.signature, rules.date, rules.doc_number, rules.masthead_issuer)
    others = [
        index
        for index, line in enumerate(head)
        if not line.startswith(("（", "(")) and not any(read(line) for read in known)
    ]
    return head[others[-1] + 1 :] if others else head


def _value(found: Reading | None) -> str | None:
    return str(found.value) if found else None


def _signed(lines: Iterable[str]) -> str | None:
    bodies = [str(found.value) for line in lines if (found := rules.signature(line))]
    return "、".join(dict.fromkeys(bodies)) or None


def _masthead(lines: Iterable[str]) -> str | None:
    bodies = [str(found.value) for line in lines if (found := rules.masthead_issuer(line))]
    return "、".join(dict.fromkeys(bodies)) or None


def _first_number(lines: Iterable[str]) -> str | None:
    return next((str(found.value) for line in lines if (found := rules.doc_number(line))), None)


def _first_date(lines: Iterable[str]) -> datetime.date | None:
    for line in lines:
        if found := rules.date(line):
            value: datetime.date = found.value
            return value
    return None


def _colophon(lines: Iterable[str]) -> Facts:
    """印发机关 and 印发日期, on one line or on two."""
    text = "".join(line.strip() for line in lines)
    if (found := rules.printed_by(text)) is None:
        return Facts()
    return Facts(issuer=str(found.value), issued_on=_first_date([text[found.end :]]))
