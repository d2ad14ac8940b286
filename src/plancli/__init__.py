"""plancli reads Chinese official work plans and writes down who does what by when.

    >>> import plancli
    >>> bulletin = plancli.parse("samples/task-table/source.docx")
    >>> bulletin.plans[0].tasks[0].time_nodes

`parse`, `parse_all`, `rows`, `open_results`, `find_time_nodes` and `Bulletin` are loaded at first use, so that `import plancli` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .version import __version__ as __version__

if TYPE_CHECKING:
    from .annotate.timenodes import find_time_nodes as find_time_nodes
    from .api import parse as parse
    from .api import parse_all as parse_all
    from .api import rows as rows
    from .model.bulletin import Bulletin as Bulletin
    from .query.sources import open_results as open_results

__all__ = ["Bulletin", "__version__", "find_time_nodes", "open_results", "parse", "parse_all", "rows"]


def __getattr__(name: str) -> Any:
    if name in ("parse", "parse_all", "rows"):
        from . import api

        return getattr(api, name)
    if name == "find_time_nodes":
        from .annotate.timenodes import find_time_nodes

        return find_time_nodes
    if name == "open_results":
        from .query.sources import open_results

        return open_results
    if name == "Bulletin":
        from .model.bulletin import Bulletin

        return Bulletin
    raise AttributeError(f"module 'plancli' has no attribute {name!r}")
