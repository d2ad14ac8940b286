"""Brings the catalogue up to date with the source, and compiles it.

    python -m tests.messages

New messages come in without a translation, at the end of the list that is printed; what no source has any more goes.
"""

from __future__ import annotations

import io

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from plancli.messages import CATALOGUES, DOMAIN

from .extract import messages

PO = CATALOGUES / "zh" / "LC_MESSAGES" / f"{DOMAIN}.po"


def read() -> Catalog:
    """The catalogue as it is written."""
    with PO.open("rb") as stream:
        return read_po(stream, locale="zh")


def merged(held: Catalog | None) -> Catalog:
    """A catalogue of all messages of the source, with the translations that are held."""
    made = Catalog("zh", project="plancli", fuzzy=False, charset="utf-8")
    made.mime_headers = [  # type: ignore[misc]
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Language", "zh"),
        ("Plural-Forms", "nplurals=1; plural=0;"),
    ]
    for found in messages():
        key = (found.text, found.plural) if found.plural else found.text
        before = held.get(found.text) if held is not None else None
        made.add(key, before.string if before is not None else "", locations=[(found.place, None)])
    return made


def compiled(held: Catalog) -> bytes:
    """The catalogue as gettext reads it; plurals stand there as text of their own too, for what was once said."""
    whole = Catalog("zh", fuzzy=False, charset="utf-8")
    for message in held:
        if not message.id:
            continue
        whole.add(message.id, message.string)
        if isinstance(message.id, tuple):
            form = message.string[0] if isinstance(message.string, tuple | list) else message.string
            whole.add(message.id[1], form)
    whole.mime_headers = held.mime_headers  # type: ignore[misc]
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
