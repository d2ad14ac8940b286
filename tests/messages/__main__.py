"""Brings the catalogue up to date with the source, and compiles it.

    python -m tests.messages

New messages come in without a translation, at the end of the list that is printed; what no source has any more goes.
"""

from __future__ import annotations

import datetime
import io

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from plancli.messages import CATALOGUES, DOMAIN

from .extract import messages

_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
PO = CATALOGUES / "zh" / "LC_MESSAGES" / f"{DOMAIN}.po"


def read() -> Catalog:
    """The catalogue as it is written."""
    with PO.open("rb") as stream:
        return read_po(stream, locale="zh")


def _empty() -> Catalog:
    """A catalogue without messages, whose head is the same on any day."""
    head = "# The messages of plancli in Chinese."
    return Catalog(
        "zh", project="plancli", version="1", header_comment=head, creation_date=_MADE, revision_date=_MADE, fuzzy=False
    )


def merged(held: Catalog | None) -> Catalog:
    """A catalogue of all messages of the source, with the translations that are held."""
    made = _empty()
    for found in messages():
        key = (found.text, found.plural) if found.plural else found.text
        before = held.get(found.text) if held is not None else None
        made.add(key, before.string if before is not None else "", locations=[(found.place, None)])
    return made


def compiled(held: Catalog) -> bytes:
    """The catalogue as gettext reads it; plurals stand there as text of their own too, for what was once said."""
    whole = _empty()
    for message in held:
        if not message.id:
            continue
        whole.add(message.id, message.string)
        if isinstance(message.id, tuple):
            form = message.string[0] if isinstance(message.string, tuple | list) else message.string
            whole.add(message.id[1], form)
    out = io.BytesIO()
    write_mo(out, whole)
    return out.getvalue()


def main() -> None:
    """Writes both files."""
    made = merged(read() if PO.is_file() else None)
    with PO.open("wb") as stream:
        write_po(stream, made, width=120, omit_header=False, no_location=False, include_lineno=False, sort_by_file=True)
    PO.with_suffix(".mo").write_bytes(compiled(made))
    for message in made:
        if message.id and not (message.string if isinstance(message.string, str) else all(message.string)):
            print("not translated:", message.id)


if __name__ == "__main__":
    main()
