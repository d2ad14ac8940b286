"""One module a bulletin; each has `BULLETIN`."""

from __future__ import annotations

import importlib
import pkgutil

from ..describe import Bulletin


def load(group: str | None = None) -> list[Bulletin]:
    """The bulletins in the order of their module names: all, or those of one group (dev, held, late, last, sample)."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    found: list[Bulletin] = [importlib.import_module(f"{__name__}.{name}").BULLETIN for name in names]
    return [bulletin for bulletin in found if group in (None, bulletin.group)]
