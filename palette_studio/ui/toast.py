"""Messages in the window: what happened, why, what to do. They wait to be read and stack at most three."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from palette_studio.ui import icons, spoken
from palette_studio.ui.theme import Theme

MOST = 3
STAY_MS = 6000  # news; an error stays until it is closed
WIDTH = 520
LOWEST = 44
GAP = 8
FOOT_PX = 48  # stands above the line of readouts


class Toast(QFrame):
    """A place for one message, used again for the next one."""

    finished = Signal(object)  # itself: it was read, or its time is over

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.text = ""
        self._pressed: Callable[[], None] | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 8, 8)
        self._row.setSpacing(10)
        self._picture, self._words = QLabel(self), QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)  # names of files are never markup
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setMinimumHeight(20)
        self._button, self._close = QPushButton(self), QToolButton(self)
        self._button.setToolTip(self.tr("What can be done about it"))
        self._button.hide()
        self._close.setIconSize(QSize(16, 16))
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setToolTip(self.tr("Close message"))
        self._row.addWidget(self._picture)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._button)
        self._row.addWidget(self._close)
        self._time = QTimer(self, singleShot=True, interval=STAY_MS)
        self._time.timeout.connect(self._on_finished)
        self._close.clicked.connect(self._on_finished)
        self._button.clicked.connect(self._on_pressed)
        self.hide()

    def say(self, text: str, picture: str, theme: Theme, stays: bool) -> None:
        """picture: the name of its icon. stays: until it is closed, else for a few seconds."""
        self.text = text
        self.setAccessibleName(text)
        self._words.setText(text)
        self._picture.setPixmap(icons.pixmap(picture, theme.text, 20, self.devicePixelRatioF()))
        self._close.setIcon(icons.icon("close", theme.text))
        self.offer("", None)
        if stays:
            self._time.stop()
        else:
            self._time.start()
        self.show()

    def offer(self, text: str, pressed: Callable[[], None] | None) -> None:
        """Offer one thing to do about it, or nothing."""
        self._pressed = pressed
        self._button.setText(text)
        self._button.setVisible(pressed is not None)

    def height_for(self, width: int) -> int:
        self.ensurePolished()
        self._row.invalidate()
        return max(self._row.totalHeightForWidth(width), LOWEST)

    @Slot()
    def _on_pressed(self) -> None:
        if self._pressed is not None:
            self._pressed()
        self._on_finished()

    @Slot()
    def _on_finished(self) -> None:
        self._time.stop()
        self.hide()
        self.finished.emit(self)


class Toasts(QWidget):
    """The stack of messages at the foot of the canvas, oldest on top."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._over = theme, over
        self._free = [Toast(self) for _ in range(MOST)]
        self._shown: list[Toast] = []
        for toast in self._free:
            toast.finished.connect(self._on_toast_finished)
        over.installEventFilter(self)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    @property
    def texts(self) -> list[str]:
        return [toast.text for toast in self._shown]

    def inform(self, text: str, action: str = "", pressed: Callable[[], None] | None = None) -> None:
        """Say ``text`` for a few seconds, with at most one thing to do about it."""
        self._say(text, "info", stays=False).offer(action, pressed)
        self._place()

    def complain(self, text: str, details: str = "") -> None:
        """Say what went wrong until it is closed. details: what a bug report needs, to copy."""
        toast = self._say(text, "error", stays=True)
        if details:
            toast.offer(self.tr("Copy details"), lambda: QGuiApplication.clipboard().setText(details))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _say(self, text: str, picture: str, stays: bool) -> Toast:
        """Return a toast that says it: the one that says the same, a free one, or the oldest."""
        same = [toast for toast in self._shown if toast.text == text]
        toast = same[0] if same else self._free.pop() if self._free else self._shown[0]
        if toast in self._shown:
            self._shown.remove(toast)
        self._shown.append(toast)
        toast.say(text, picture, self._theme, stays)
        spoken.announce(toast, text, urgent=stays)
        return toast

    @Slot(object)
    def _on_toast_finished(self, toast: Toast) -> None:
        if toast in self._shown:
            self._shown.remove(toast)
            self._free.append(toast)
        self._place()

    def _place(self) -> None:
        if not self._shown:
            self.hide()
            return
        width, top = min(WIDTH, self._over.width() - 32), 0
        for toast in self._shown:
            height = toast.height_for(width)
            toast.setGeometry(0, top, width, height)
            top += height + GAP
        left, foot = (self._over.width() - width) // 2, self._over.height() - FOOT_PX
        self.setGeometry(left, foot - top + GAP, width, top - GAP)
        self.show()
        self.raise_()
