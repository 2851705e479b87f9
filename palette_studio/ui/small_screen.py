"""What changes where the screen is small, or all on it is shown large: panels and dialogs scroll."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDockWidget, QFrame, QMainWindow, QScrollArea, QVBoxLayout, QWidget

SMALLEST = QSize(860, 600)  # of a window with all its panels beside the photo
SMALLEST_CRAMPED = QSize(420, 300)
CRAMPED_BELOW = QSize(800, 600)  # of a screen: panels stand behind each other
PHOTO_PX = QSize(160, 96)  # what is left of the photo at least
COLUMN_PX = 320  # of the panels: they are as wide as the widest, beside its scroll bar
EDGE_PX = 24  # of a screen, that a dialog leaves free


def cramped() -> bool:
    """Return whether the screen has no room for all panels at a time."""
    room = screen_room()
    return room.width() < CRAMPED_BELOW.width() or room.height() < CRAMPED_BELOW.height()


def screen_room() -> QSize:
    """Return the size of the screen without bars of the system, in logical pixels."""
    return QGuiApplication.primaryScreen().availableSize()


def smallest_window() -> QSize:
    return SMALLEST_CRAMPED if cramped() else SMALLEST


def scrolling(page: QWidget) -> QWidget:
    """Return what shows ``page`` whole where there is room, and lets it scroll where there is none."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area


def gather(window: QMainWindow, docks: Sequence[QDockWidget]) -> None:
    """Put all panels behind each other to the right of the photo, if the screen is that small."""
    if not cramped():
        return
    for dock in docks:
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        if dock is not docks[0]:
            window.tabifyDockWidget(docks[0], dock)
    docks[0].setMinimumWidth(COLUMN_PX)
    docks[0].raise_()
    canvas = window.findChild(QWidget, "canvas")
    if canvas is not None:
        canvas.setMinimumSize(PHOTO_PX)


def fit_dialog(dialog: QDialog) -> None:
    """Have a dialog that would be larger than the screen scroll; its buttons go along."""
    room = screen_room() - QSize(EDGE_PX, EDGE_PX)
    layout, wanted = dialog.layout(), dialog.sizeHint().expandedTo(dialog.minimumSize())
    if layout is None or (wanted.width() <= room.width() and wanted.height() <= room.height()):
        return
    dialog.setMinimumSize(min(dialog.minimumWidth(), room.width()), 0)
    page = QWidget(dialog)
    page.setLayout(layout)  # it takes the controls along
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(scrolling(page))
    dialog.resize(wanted.boundedTo(room))
