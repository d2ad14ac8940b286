"""The families in order of precedence, and the scanner over all of them.

At one place the longest atom wins; of two as long, the one whose family stands first here.
"""

from __future__ import annotations

from ....grammar.scanner import Rule, Scanner
from ..model import Atom
from .allyear import rules as allyear
from .conditional import rules as conditional
from .dates import rules as dates
from .edges import rules as edges
from .fiveyear import rules as fiveyear
from .holidays import rules as holidays
from .quarters import rules as quarters
from .recurrence import rules as recurrence
from .relative import rules as relative
from .school import rules as school
from .slips import rules as slips
from .weeks import rules as weeks

FAMILIES: dict[str, tuple[Rule[Atom], ...]] = {
    "recurrence": recurrence.RULES,
    "slips": slips.RULES,
    "dates": dates.RULES,
    "edges": edges.RULES,
    "quarters": quarters.RULES,
    "weeks": weeks.RULES,
    "school": school.RULES,
    "holidays": holidays.RULES,
    "fiveyear": fiveyear.RULES,
    "relative": relative.RULES,
    "allyear": allyear.RULES,
    "conditional": conditional.RULES,
}
SCANNER: Scanner[Atom] = Scanner(rule for rules in FAMILIES.values() for rule in rules)
