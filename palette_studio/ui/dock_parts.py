"""What docks hold beside the panels: the list of steps, and pages of which one is in front."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStackedWidget, QTabBar, QUndoView, QWidget

from palette_studio.ui import overlays


class History(QUndoView):
    """A list of steps that keeps the present one in sight, however small it gets."""

    def __init__(self, stack: QUndoStack) -> None:
        super().__init__(stack)
        self.setObjectName("history")
        self.setAccessibleName(self.tr("History"))
        self.setToolTip(self.tr("Click a step, or go to it with ↑ ↓, to be back there"))
        self.setEmptyLabel(self.tr("Open"))
        self.setContentsMargins(8, 0, 8, 8)
        self.setMinimumHeight(60)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        overlays.view_focus(self)


class PanelDock(QDockWidget):
    """A dock that stays closed when it was closed by hand, whatever shows and hides the others."""

    def __init__(self, title: str, parent: QMainWindow) -> None:
        super().__init__(title, parent)
        self.closed = False
        self.toggleViewAction().triggered.connect(self._on_toggled)

    def reveal(self, on: bool) -> None:
        self.setVisible(on and not self.closed)

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        self.closed = not on


class CurrentPage(QStackedWidget):
    """A stack that is as tall as the page in front, not as the tallest."""

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.sizeHint().expandedTo(page.minimumSize()) if page else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint().expandedTo(page.minimumSize()) if page else super().minimumSizeHint()


class TitleTabs(QTabBar):
    """The title of a dock of several pages: a tab for each."""

    def __init__(self, pages: QStackedWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Panel"))
        self.setToolTip(self.tr("Which panel is in front; ← → go from one to the next"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self._pages = pages
        self.currentChanged.connect(self._on_changed)

    def add_page(self, title: str, page: QWidget) -> None:
        self._pages.addWidget(page)
        self.addTab(title)

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self.setCurrentIndex(self._pages.indexOf(page))

    def _on_changed(self, index: int) -> None:
        """Change the page; the focus of one that goes is given up, else it would jump to any button."""
        page, focused = self._pages.currentWidget(), self.window().focusWidget()
        if page is not None and focused is not None and page.isAncestorOf(focused):
            focused.clearFocus()
        self._pages.setCurrentIndex(index)
