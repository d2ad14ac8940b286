"""What a person corrected, applied to a bulletin after it was read: keyed by the content of the file, anchored by words and place.

file      a corrections file → its lines, checked, by the digest of the file that they are for
record    what a line may say
anchors   the task that a line means, whatever number it has by now
values    bodies, persons and times as corrected
apply     a bulletin and its lines → the bulletin corrected
"""

from __future__ import annotations

from .apply import corrected

__all__ = ["corrected"]
