"""What a writer's layout can carry: drawing keeps to it, so that the truth is never a guess."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Can:
    """What the writer's layout can carry without making the truth a guess."""

    spans: bool = True  # merged cells of any kind
    breaks: bool = True  # line breaks in cells
    empty: bool = True  # empty cells
    bands: bool = True  # rows over all columns
