"""Palette Studio: recolor photos by dragging the colors of their palette."""

__version__ = "0.1.0"
