"""Messages in the window: what happened, why, what to do. They wait to be read and stack at most three."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from palette_studio.ui import icons
from palette_studio.ui.theme import Theme

MOST = 3
STAY_MS = 6000  # news; an error stays until it is closed
WIDTH = 520
FOOT_PX = 48  # stands above the line of readouts


class Toast(QFrame):
    """One message. kind: "info" or "error"."""

    def __init__(self, kind: str, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAccessibleName(text)
        self.text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        picture = QLabel(self)
        name = "error" if kind == "error" else "info"
        picture.setPixmap(icons.pixmap(name, theme.text, 20, parent.devicePixelRatioF()))
        row.addWidget(picture)
        words = QLabel(text, self)
        words.setTextFormat(Qt.TextFormat.PlainText)  # names of files are never markup
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setMinimumHeight(20)
        row.addWidget(words, 1)
        self._row = row
        close = QToolButton(self)
        close.setIcon(icons.icon("close", theme.text))
        close.setIconSize(QSize(16, 16))
        close.setAccessibleName(self.tr("Close message"))
        close.setToolTip(self.tr("Close message"))
        close.clicked.connect(self.deleteLater)
        row.addWidget(close)

    def height_for(self, width: int) -> int:
        return (
            self._row.totalHeightForWidth(width)
            if self._row.hasHeightForWidth()
            else self.sizeHint().height()
        )

    def add_button(self, text: str, pressed: Callable[[], None]) -> None:
        button = QPushButton(text, self)
        button.clicked.connect(lambda: (pressed(), self.deleteLater()))
        self._row.insertWidget(2, button)


class Toasts(QWidget):
    """The stack of messages at the foot of the canvas."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._over = theme, over
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        over.installEventFilter(self)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    @property
    def texts(self) -> list[str]:
        return [toast.text for toast in self._toasts()]

    def inform(self, text: str, action: str = "", pressed: Callable[[], None] | None = None) -> None:
        """Say ``text`` for a few seconds, with at most one thing to do about it."""
        toast = self._add("info", text)
        if pressed is not None:
            toast.add_button(action, pressed)
            self._place()
        QTimer.singleShot(STAY_MS, toast, toast.deleteLater)

    def complain(self, text: str, details: str = "") -> None:
        """Say what went wrong until it is closed. details: what a bug report needs, to copy."""
        toast = self._add("error", text)
        if details:
            toast.add_button(self.tr("Copy details"), lambda: QGuiApplication.clipboard().setText(details))
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _add(self, kind: str, text: str) -> Toast:
        for old in self._toasts():
            if old.text == text:
                self._remove(old)
        for old in self._toasts()[: -(MOST - 1)]:
            self._remove(old)
        toast = Toast(kind, text, self._theme, self)
        toast.destroyed.connect(self._on_toast_gone)
        self._column.addWidget(toast)
        self.show()
        self.raise_()
        self._place()
        return toast

    def _remove(self, toast: Toast) -> None:
        self._column.removeWidget(toast)
        toast.setParent(None)
        toast.deleteLater()

    def _toasts(self) -> list[Toast]:
        items = (self._column.itemAt(i) for i in range(self._column.count()))
        return [w for item in items if item is not None and isinstance(w := item.widget(), Toast)]

    def _on_toast_gone(self) -> None:
        self._place()

    def _place(self) -> None:
        if not self._toasts():
            self.hide()
            return
        width = min(WIDTH, self._over.width() - 32)
        height = -self._column.spacing()
        for toast in self._toasts():
            toast.ensurePolished()
            toast.setFixedSize(width, max(toast.height_for(width), 44))
            height += toast.height() + self._column.spacing()
        self.setFixedSize(width, height)
        self.move(QPoint((self._over.width() - width) // 2, self._over.height() - height - FOOT_PX))
