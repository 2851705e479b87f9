"""A menu of what can be done at a place: the way of a click to what else is dragged there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

Choice = tuple[str, Callable[[], object]]


def show_menu(owner: QWidget, choices: Iterable[Choice], place: QPoint) -> QMenu:
    """Open a menu at a place of the screen; it ends when it is closed."""
    menu = QMenu(owner)
    menu.setObjectName("place_menu")
    for text, do in choices:
        menu.addAction(text).triggered.connect(lambda _=False, do=do: do())
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
    owner.setProperty("place_menu", menu)  # WORKAROUND: PySide6 6.11 crashes where a wrapper ends too early
    return menu
