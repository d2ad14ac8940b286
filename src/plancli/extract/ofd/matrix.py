"""Matrices of OFD (GB/T 33190—2016, 8.1): six numbers that place an object on its page, in millimetres."""

from __future__ import annotations

import math

from .package import numbers

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix_of(value: str | None) -> Matrix:
    """The matrix that an attribute says; none says nothing."""
    found = numbers(value)
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if len(found) == 6 else IDENTITY


def product(first: Matrix, second: Matrix) -> Matrix:
    """One matrix, then another."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def through(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point through a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def angle_of(matrix: Matrix) -> int:
    """Degrees by which a matrix turns what it places, against the clock."""
    return round(math.degrees(math.atan2(-matrix[1], matrix[0]))) if matrix[1] or matrix[0] < 0 else 0
