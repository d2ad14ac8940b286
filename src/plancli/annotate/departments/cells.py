"""One cell of a column: its names, its own words of role, and what a note says of the first of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ...language.duties import first_leads, rest_supports
from ...language.roles import Words
from ...language.roles import words as words_in_force
from ...model.bulletin import Role
from .labelled import DepartmentEntry
from .names import read_names
from .wrapped_cells import unwrap

LONGEST = 1500  # characters; a longer stretch is no list of names


def read_cell(
    cell: str,
    *,
    role: Role = "responsible",
    persons: bool = False,
    label: str = "",
    known: Collection[str] = (),
    words: Words | None = None,
) -> list[DepartmentEntry]:
    """The bodies and persons of one cell, in order; `role` and `persons` by its header, `label` the header itself.

    Offsets are those of the unwrapped cell and mean nothing outside.
    """
    words = words or words_in_force()
    if not cell or len(cell) > LONGEST or cell.strip() in words.nobody:
        return []
    if persons:
        entries, _ = read_names(cell, 0, len(cell), words, role=role, persons=True, rule="column")
        return entries
    lines = unwrap(cell, words, known)
    text = lines.text
    entries, _ = read_names(text, 0, len(text), words, role=role, rule="column", known=known, header=label)
    for entry in entries:
        if any(entry.start < at < entry.end for at in lines.joined):
            entry.rules += ("line-joined",)
        elif any(at in (entry.end, entry.start - 1) for at in lines.parted):
            entry.rules += ("line-parted",)
    if first_leads(label):
        lead_the_first(entries, rest=rest_supports(label))
    return entries


def lead_the_first(entries: list[DepartmentEntry], *, rest: bool = False) -> None:
    """Where a note says so, the first responsible body leads, unless another does already, and the `rest` may support it."""
    bodies = [entry for entry in entries if not entry.person]
    for k, role in roles_by_rank([entry.role for entry in bodies], rest=rest).items():
        bodies[k].role = role
        bodies[k].rules += ("first-listed",)


def roles_by_rank(roles: Sequence[Role], *, rest: bool) -> dict[int, Role]:
    """The new roles, by their places, where the first responsible body leads, and the `rest` may support it; none where one leads."""
    listed = [] if "lead" in roles else [k for k, role in enumerate(roles) if role == "responsible"]
    return {k: "support" if n else "lead" for n, k in enumerate(listed) if rest or not n}
