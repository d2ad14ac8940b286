"""OFD (GB/T 33190—2016): what its pages draw as sheets for the layout that PDF shares.

package     the documents of a file, their pages, templates and annotations
texts       a text object → characters with their places
drawing     the objects of a page → runs and rules
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.settings import Settings
from ...model.source import Source
from ..layout.assemble import assemble
from ..layout.sheet import Sheet
from .drawing import Drawer
from .package import Ofd, PagePart

MEDIA_TYPE = "application/ofd"
_POINT = 72 / 25.4


def extract_ofd(data: bytes, *, settings: Settings) -> Source:
    """The bytes of an OFD file → its lines and tables, page by page. Raises an `errors.InputError`."""
    return assemble(_sheets(Ofd(data, settings.limits)), settings, media_type=MEDIA_TYPE, what="OFD document")


def _sheets(file: Ofd) -> Iterator[Sheet]:
    for number, part in enumerate(file.pages(), 1):
        yield _sheet(part, number)


def _sheet(part: PagePart, number: int) -> Sheet:
    sheet = Sheet(number, part.area[2] * _POINT, part.area[3] * _POINT, unreadable=part.broken)
    drawer = Drawer(sheet, part)
    for layer in part.layers:
        drawer.draw(layer)
    drawer.finish()
    return sheet
