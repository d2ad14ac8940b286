"""plancli reads Chinese official work plans and writes down who does what by when.

    >>> import plancli
    >>> bulletin = plancli.parse("samples/task-table/source.docx")
    >>> bulletin.plans[0].tasks[0].time_nodes

`parse`, `parse_all`, `find_time_nodes` and `Bulletin` are loaded at first use, so that `import plancli` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .version import __version__ as __version__

if TYPE_CHECKING:
    from .annotate.timenodes import find_time_nodes as find_time_nodes
    from .api import parse as parse
    from .api import parse_all as parse_all
    from .model.bulletin import Bulletin as Bulletin

__all__ = ["Bulletin", "__version__", "find_time_nodes", "parse", "parse_all"]


def __getattr__(name: str) -> Any:
    if name in ("parse", "parse_all"):
        from . import api

        return getattr(api, name)
    if name == "find_time_nodes":
        from .annotate.timenodes import find_time_nodes

        return find_time_nodes
    if name == "Bulletin":
        from .model.bulletin import Bulletin

        return Bulletin
    raise AttributeError(f"module 'plancli' has no attribute {name!r}")
