"""What can be done with panels by a click: shown and hidden, and all that dragging their edges does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu

STEP_PX = 40


class PanelMenu(QObject):
    """Adds to a menu, before an action, what shows and hides panels, and a menu that arranges each."""

    def __init__(
        self, menu: QMenu, before: QAction, docks: Sequence[QDockWidget], window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._window = window
        self._arrange = QMenu(self.tr("&Arrange panels"), menu)
        self._arrange.setObjectName("arrange_panels")
        for dock in docks:
            menu.insertAction(before, dock.toggleViewAction())
            self._add(dock)
        menu.insertSeparator(before)
        menu.insertMenu(before, self._arrange)
        self._arrange.aboutToShow.connect(self._on_about_to_show)
        self._docks = dict(zip(docks, self._arrange.actions(), strict=True))

    def _add(self, dock: QDockWidget) -> None:
        menu = self._arrange.addMenu(dock.windowTitle())
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        for text, way, by in (
            (self.tr("&Wider"), across, STEP_PX),
            (self.tr("&Narrower"), across, -STEP_PX),
            (self.tr("&Taller"), down, STEP_PX),
            (self.tr("&Lower"), down, -STEP_PX),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, w=way, b=by: self._resize(dock, w, b))
        if not dock.features() & QDockWidget.DockWidgetFeature.DockWidgetMovable:
            return
        menu.addSeparator()
        areas = Qt.DockWidgetArea
        for text, area in (
            (self.tr("To the l&eft"), areas.LeftDockWidgetArea),
            (self.tr("To the &right"), areas.RightDockWidgetArea),
            (self.tr("&Below the photo"), areas.BottomDockWidgetArea),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, a=area: self._move(dock, a))

    def _resize(self, dock: QDockWidget, way: Qt.Orientation, by: int) -> None:
        size = dock.width() if way == Qt.Orientation.Horizontal else dock.height()
        self._window.resizeDocks([dock], [size + by], way)

    def _move(self, dock: QDockWidget, area: Qt.DockWidgetArea) -> None:
        dock.setFloating(False)
        self._window.addDockWidget(area, dock)

    def _on_about_to_show(self) -> None:
        for dock, action in self._docks.items():
            action.setEnabled(dock.isVisible())
