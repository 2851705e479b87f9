"""The toolbar: files, steps, workspaces, and ways to look at the photo; words yield where room is short."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget


class ToolBar(QToolBar):
    """Buttons of actions; the window shows and reports through these alone."""

    def __init__(self, actions: dict[str, QAction], workspaces: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setWindowTitle(self.tr("Toolbar"))
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self.toggleViewAction().setEnabled(False)
        self._add("open", worded=True, text=self.tr("Open"))
        self.export_button = self._add("export", worded=True, text=self.tr("Export"))
        self.export_button.setObjectName("export_button")
        self.addSeparator()
        self._add("undo")
        self._add("redo")
        self.addSeparator()
        self.workspaces = [
            self._add(name, worded=True, text=actions[name].text().replace("&", "")) for name in workspaces
        ]
        gap = QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        for name in ("before", "side_by_side"):
            self._add(name)
        self._add("wipe", worded=True, text=self.tr("Compare"))
        self.addSeparator()
        for name in ("fit", "actual_size", "full_screen"):
            self._add(name)
        names = (("open", "export", "wipe"), workspaces)  # whose words yield first
        self._yielding = [[self._button(name) for name in group] for group in names]

    def fit_to(self, width: int) -> None:
        """Let words yield, one group after the other, where a window of this width has no room for all."""
        icon, both = Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for without in range(len(self._yielding) + 1):
            for number, group in enumerate(self._yielding):
                for button in group:
                    button.setToolButtonStyle(icon if number < without else both)
            layout = self.layout()
            assert layout is not None
            layout.invalidate()  # before the window is shown, nothing else tells it
            if self.sizeHint().width() <= width:
                return

    def _button(self, name: str) -> QToolButton:
        button = self.widgetForAction(self._actions[name])
        assert isinstance(button, QToolButton)
        return button

    def _add(self, name: str, worded: bool = False, text: str = "") -> QToolButton:
        action = self._actions[name]
        if text:
            action.setIconText(text)
        self.addAction(action)
        button = self._button(name)
        button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if worded:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button
