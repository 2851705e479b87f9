"""What is learned. The only home of torch, which is imported inside functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from palette_studio.nets.colorizing import colorize

__all__ = ["colorize"]


def __getattr__(name: str) -> object:
    if name == "colorize":
        from palette_studio.nets.colorizing import colorize

        return colorize
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
