"""What all ways to dither are told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """metric: of ``nearest``. strength: above 0, up to 1. linear: mix in linear light. serpentine: turn.

    preview: ordered patterns may mix what is nearly the same color the same way.
    """

    metric: str
    strength: float
    linear: bool
    serpentine: bool
    preview: bool = False
