"""A seal over a signature: a red ring, the body's name along it, a star in the middle."""

from __future__ import annotations

import math
from typing import Any

from .pdf_type import FONT

RADIUS = 58.0  # points: 41 mm across, as GB/T 9704 has them
_SIZE = 12.0
_ARC = 240.0  # degrees that a name takes at most


def stamp(canvas: Any, x: float, y: float, name: str) -> None:
    """Draw the seal of a body around a place."""
    canvas.saveState()
    canvas.setStrokeColorRGB(0.9, 0.1, 0.1)
    canvas.setFillColorRGB(0.9, 0.1, 0.1)
    canvas.setLineWidth(2)
    canvas.circle(x, y, RADIUS)
    star = canvas.beginPath()
    for k in range(5):
        angle = math.radians(90 + 144 * k)
        (star.lineTo if k else star.moveTo)(x + 16 * math.cos(angle), y + 16 * math.sin(angle))
    star.close()
    canvas.drawPath(star, stroke=0, fill=1)
    step = min(_ARC / max(len(name) - 1, 1), 24.0)
    for k, char in enumerate(name):
        angle = 90 + step * ((len(name) - 1) / 2 - k)
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(angle - 90)
        canvas.setFont(FONT, _SIZE)
        canvas.drawCentredString(0, RADIUS - 16, char)
        canvas.restoreState()
    canvas.restoreState()
