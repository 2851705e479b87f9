"""Where the window and its panels are, to be kept for the next start.

WORKAROUND: QMainWindow.restoreState of Qt 6.11 kills the process for many a damaged state. So a layout has a
checksum, and is only restored by the versions of program and Qt that made it.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Any
from zlib import crc32

from PySide6.QtCore import QByteArray, QPoint, QRect, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from palette_studio import __version__
from palette_studio.ui.dock_parts import PanelDock
from palette_studio.ui.small_screen import cramped

GRIP_PX = 80  # of a window, what must be on a screen, each way, so that it can be moved
FAR_PX = 1 << 20


def layout_of(window: QMainWindow) -> dict[str, Any]:
    """Return the layout of a window as values of JSON; its size is among the settings."""
    state = window.saveState().data()
    plain = not window.isMaximized() and not window.isFullScreen()
    place = window.pos() if plain else window.normalGeometry().topLeft()
    return {
        "program": __version__,
        "qt": qVersion(),
        "checksum": crc32(state),
        "state": b64encode(state).decode(),
        "closed": [dock.objectName() for dock in window.findChildren(PanelDock) if dock.closed],
        "place": [place.x(), place.y()],
        "maximized": window.isMaximized(),
        "cramped": cramped(),
    }


def checked(saved: Any) -> dict[str, Any]:
    """Return a saved layout. Raises ValueError, KeyError or TypeError when it has been damaged."""
    if crc32(b64decode(saved["state"], validate=True)) != saved["checksum"]:
        raise ValueError("the checksum of the layout is another")
    if any(type(name) is not str for name in (*saved["closed"], saved["program"], saved["qt"])):
        raise TypeError("versions and what is closed are names")
    if len(saved["place"]) != 2 or any(type(one) is not int or abs(one) > FAR_PX for one in saved["place"]):
        raise ValueError("the place of the window is none")
    return saved


def place(window: QMainWindow, saved: dict[str, Any]) -> None:
    """Put a window that is not shown yet where it was. saved: what ``checked`` returned."""
    window.move(*saved["place"])
    if saved.get("maximized") is True:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def restore(window: QMainWindow, saved: dict[str, Any]) -> None:
    """Put the panels where they were, if the same versions of program and Qt say so. saved: as above."""
    if (saved["program"], saved["qt"]) != (__version__, qVersion()) or saved.get("cramped") is not cramped():
        return
    window.restoreState(QByteArray(b64decode(saved["state"])))
    for dock in window.findChildren(PanelDock):
        dock.closed = dock.objectName() in saved["closed"]


def set_heights(window: QMainWindow, docks: Sequence[QDockWidget], heights: Sequence[int]) -> None:
    """Give panels their heights, but for those that are nowhere: on their way from one place to another."""
    nowhere = Qt.DockWidgetArea.NoDockWidgetArea
    kept = {
        dock: height
        for dock, height in zip(docks, heights, strict=True)
        if window.dockWidgetArea(dock) != nowhere
    }
    window.resizeDocks(list(kept), list(kept.values()), Qt.Orientation.Vertical)


def bring_back(window: QMainWindow) -> None:
    """Make window and floating panels no larger than a screen, and put on one those that are on none."""
    for widget in (window, *(dock for dock in window.findChildren(PanelDock) if dock.isFloating())):
        _bring_back(widget)


def _room_at(place: QPoint) -> QRect:
    """Return what windows may cover of the screen at a place, or of the first one."""
    return (QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()).availableGeometry()


def _bring_back(widget: QWidget) -> None:
    here = widget.frameGeometry()
    seen = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    room = _room_at(here.center())
    widget.resize(widget.size().boundedTo(room.size()))
    parts = [screen.intersected(here) for screen in seen]
    if not any(part.width() >= GRIP_PX and part.height() >= GRIP_PX for part in parts):
        widget.move(room.topLeft())
