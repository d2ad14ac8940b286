"""The generator as a hypothesis strategy: hypothesis gives the randomness, so it can make a failing case small."""

from __future__ import annotations

from hypothesis import strategies as st

from .case import Case, drawn, seeded


def cases(kind: str) -> st.SearchStrategy[Case]:
    """Cases of a writer, every choice hypothesis's own: slow, and shrinks."""
    return st.randoms(use_true_random=False).map(lambda rng: drawn(rng, kind))


def numbered_cases(kind: str) -> st.SearchStrategy[Case]:
    """Cases of a writer by one number: fast, and does not shrink."""
    return st.integers(0, 2**32).map(lambda seed: seeded(seed, kind))
