"""Numbers as the language of the window writes them; files and the clipboard keep the point."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def decimal(value: float, digits: int) -> str:
    """Return a number with a true minus and no "−0". digits: shown behind the point or comma."""
    shown = f"{value:.{digits}f}"
    if float(shown) == 0:
        shown = shown.lstrip("-")
    return localized(shown)


def localized(number: str) -> str:
    """Return a number in Python's writing as people read it."""
    return number.replace("-", "−").replace(".", point())


def point() -> str:
    """Return what stands before decimals, a word of the language like any other."""
    return QCoreApplication.translate("Numbers", ".")


def plain(number: str) -> str:
    """Return what a person has typed, with a point or a comma, in Python's writing."""
    return number.strip().replace("−", "-").replace(",", ".")
