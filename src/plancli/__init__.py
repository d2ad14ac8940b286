"""plancli reads Chinese official work plans and writes down who does what by when.

    >>> import plancli
    >>> bulletin = plancli.parse("samples/task-table/source.docx")
    >>> bulletin.plans[0].tasks[0].time_nodes

What `dir(plancli)` lists, functions, models and errors, is loaded at first use, so that `import plancli` costs nothing.
"""

from __future__ import annotations

from .version import __version__ as __version__

TYPE_CHECKING = False  # of `typing`, which is not loaded: a signal that comes before `__main__` has its say shows Python's traceback
if TYPE_CHECKING:
    from typing import Any

    from .annotate.timenodes import find_time_nodes as find_time_nodes
    from .api import parse as parse
    from .api import parse_all as parse_all
    from .api import rows as rows
    from .errors import InputError as InputError
    from .errors import PlancliError as PlancliError
    from .model.bulletin import Bulletin as Bulletin
    from .model.bulletin import Department as Department
    from .model.bulletin import Diagnostic as Diagnostic
    from .model.bulletin import Leader as Leader
    from .model.bulletin import Location as Location
    from .model.bulletin import Notice as Notice
    from .model.bulletin import Plan as Plan
    from .model.bulletin import Section as Section
    from .model.bulletin import Task as Task
    from .model.bulletin import TimeNode as TimeNode
    from .query.sources import open_results as open_results

# name → the module that has it, loaded when the name is first asked for
_PLACES = {
    **dict.fromkeys(("parse", "parse_all", "rows"), ".api"),
    **dict.fromkeys(("InputError", "PlancliError"), ".errors"),
    **dict.fromkeys(
        (
            "Bulletin",
            "Department",
            "Diagnostic",
            "Leader",
            "Location",
            "Notice",
            "Plan",
            "Section",
            "Task",
            "TimeNode",
        ),
        ".model.bulletin",
    ),
    "find_time_nodes": ".annotate.timenodes",
    "open_results": ".query.sources",
}

__all__ = [
    "Bulletin",
    "Department",
    "Diagnostic",
    "InputError",
    "Leader",
    "Location",
    "Notice",
    "Plan",
    "PlancliError",
    "Section",
    "Task",
    "TimeNode",
    "__version__",
    "find_time_nodes",
    "open_results",
    "parse",
    "parse_all",
    "rows",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'plancli' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_PLACES[name], __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
