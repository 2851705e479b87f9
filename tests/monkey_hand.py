"""The monkey's hand: one random event at a time on whatever is on the screen; the same ones for a seed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from monkey_fodder import TEXTS, Fodder
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMainWindow, QPushButton, QWidget

SAVES = ("save", "save_as", "save_recipe", "reopen", "report")
WORKSPACES = ("recolor", "map", "segment", "transfer", "colorize", "sequence")
THEMES = ("dark", "light", "neutral")
BUTTONS = [Qt.MouseButton.LeftButton] * 8 + [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton]
KEYS = [
    *range(Qt.Key.Key_0, Qt.Key.Key_Z + 1),
    *range(Qt.Key.Key_Left, Qt.Key.Key_PageDown + 1),
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_F2, Qt.Key.Key_Menu),
]
SHIFTS = [Qt.KeyboardModifier.NoModifier] * 4 + [
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
]
SIGNS = "aZ0#,.-+%äß漢🎨\u202e\u0301\u0000"
WEIGHTS = {
    "move": 14,
    "press": 6,
    "release": 8,
    "click": 22,
    "double_click": 3,
    "drag": 12,
    "wheel": 6,
    "command_key": 7,
    "key": 8,
    "signs": 3,
    "command": 14,
    "undo": 5,
    "escape": 5,
    "open": 3,
    "drop": 3,
    "paste": 3,
    "workspace": 4,
    "menu": 2,
    "resize": 1,
    "theme": 1,
    "cancel": 1,
    "close_other": 1,
    "close": 1,
    "answer": 6,
    "save": 3,
    "batch": 1,
}


class Hand:
    """Does event after event to a window. done: the last ones, in words."""

    def __init__(self, window: QMainWindow, fodder: Fodder, seed: int) -> None:
        self._fodder, self._seed = fodder, seed
        self._rng = Random(seed)
        self._mime: QMimeData | None = None  # held while Qt may read it
        self.tell: Callable[[str], object] = str  # gets every word at once: it outlives a crash
        self.done: deque[str] = deque(maxlen=50)
        self.take(window)
        self._replace_dialogs()

    def take(self, window: QMainWindow) -> None:
        """From now on, act on this window, which is shown."""
        self._window, self._studio, self._handle = window, window.property("studio"), window.windowHandle()

    def pause_ms(self, number: int) -> int:
        """Return how long the window is left to itself after an event."""
        rng = Random(f"{self._seed}.{number} pause")
        return rng.choices((0, rng.randrange(1, 20), 150), (80, 18, 2))[0]

    def act(self, number: int) -> None:
        """Do one event."""
        self._rng = rng = Random(f"{self._seed}.{number}")
        kind = rng.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        self.done.append(f"{number} {kind}")
        getattr(self, f"_{kind}")()

    def _say(self, what: object) -> None:
        self.done[-1] += f" {what}"
        self.tell(f" {what}")

    # Where

    def _top(self) -> QWidget:
        """Return the window that a person could reach now: a menu, a dialog, or one of the others."""
        above = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if above is not None and (self._rng.random() < 0.9 or above is self._window):
            return above
        others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not self._window]
        return self._rng.choice(others) if others and self._rng.random() < 0.15 else self._window

    def _target(self) -> tuple[QWidget, QPoint]:
        top = self._top()
        parts = [part for part in top.findChildren(QWidget) if part.isVisible() and part.isEnabled()]
        widget = self._rng.choice([top, *parts])
        seen = widget.visibleRegion().boundingRect()
        if seen.isEmpty():
            widget, seen = top, top.rect()
        place = QPoint(
            *(self._rng.randrange(a, a + n) for a, n in ((seen.x(), seen.width()), (seen.y(), seen.height())))
        )
        self._say(f"{type(widget).__name__}({widget.objectName() or widget.accessibleName()})")
        self._say(f"at {place.x()},{place.y()} of {type(top).__name__}")
        return top, widget.mapTo(top, place)

    # The mouse

    def _mouse(self, do: Callable[..., None], *what: object) -> None:
        top, place = self._target()
        target, place = self._receiver(top, place)
        do(target, *what, pos=place)

    def _receiver(self, top: QWidget, place: QPoint) -> tuple[QWidget | QWindow, QPoint]:
        """Return what QTest sends to, and the place there.

        The main window gets events as from the system. The windows of menus and dialogs end when they like,
        which their wrappers do not know (a crash in shiboken): there, the widget gets them.
        """
        if top is self._window:
            return self._handle, inside(place, self._handle)
        target = top.childAt(place) or top
        return target, target.mapFrom(top, place)

    def _shift(self) -> Qt.KeyboardModifier:
        return self._rng.choice(SHIFTS)

    def _move(self) -> None:
        self._mouse(QTest.mouseMove)

    def _press(self) -> None:
        self._mouse(QTest.mousePress, self._rng.choice(BUTTONS), self._shift())

    def _release(self) -> None:
        self._mouse(QTest.mouseRelease, self._rng.choice(BUTTONS), self._shift())

    def _click(self) -> None:
        self._mouse(QTest.mouseClick, self._rng.choice(BUTTONS), self._shift())

    def _double_click(self) -> None:
        self._mouse(QTest.mouseDClick, Qt.MouseButton.LeftButton)

    def _drag(self) -> None:
        top, place = self._target()
        keys, left = self._shift(), Qt.MouseButton.LeftButton
        target, place = self._receiver(top, place)
        QTest.mousePress(target, left, keys, place)
        for _ in range(self._rng.randrange(1, 9)):
            step = QPoint(self._rng.randrange(-60, 61), self._rng.randrange(-40, 41))
            if not alive(target):
                return
            place = inside(place + step, target)
            QTest.mouseMove(target, place)
        if self._rng.random() < 0.2:
            self._escape()
        if self._rng.random() < 0.9 and alive(target):
            QTest.mouseRelease(target, left, keys, inside(place, target))

    def _wheel(self) -> None:
        top, place = self._target()
        if top is self._window:
            turn = QPoint(0, self._rng.choice((-960, -120, -15, 15, 120, 960)))
            at = QPointF(inside(place, self._handle))
            QTest.wheelEvent(self._handle, at, turn, QPoint(), self._shift())

    def _menu(self) -> None:
        top, place = self._target()
        widget = top.childAt(place) or top
        reason = QContextMenuEvent.Reason.Mouse
        at = widget.mapFrom(top, place)
        QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))

    # Keys

    def _send_key(self, key: int, keys: Qt.KeyboardModifier) -> None:
        top = self._top()
        target = self._handle if top is self._window else top.focusWidget() or top
        QTest.keyPress(target, Qt.Key(key), keys)
        if alive(target):  # a key may end what it was sent to
            QTest.keyRelease(target, Qt.Key(key), keys)

    def _command_key(self) -> None:
        pressed = self._rng.choice([keys for action in self._actions() for keys in action.shortcuts()])
        self._say(pressed.toString())
        self._send_key(pressed[0].key(), pressed[0].keyboardModifiers())

    def _key(self) -> None:
        key, keys = self._rng.choice(KEYS), self._shift()
        self._say(QKeySequence(keys.value | int(key)).toString().encode("ascii", "replace").decode())
        self._send_key(key, keys)

    def _escape(self) -> None:
        self._send_key(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)

    def _signs(self) -> None:
        """Type signs that QTest would abort on, into a field where there is one."""
        fields = [f for f in self._top().findChildren(QLineEdit) if f.isVisible() and f.isEnabled()]
        if fields and self._rng.random() < 0.7:
            self._rng.choice(fields).setFocus()
        none = Qt.KeyboardModifier.NoModifier
        for _ in range(self._rng.randrange(1, 8)):
            target = QApplication.focusWidget() or self._window
            sign = self._rng.choice(SIGNS)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                if alive(target):
                    QApplication.sendEvent(target, QKeyEvent(kind, 0, none, sign))

    # Commands

    def _actions(self) -> list:
        return list(self._window.actions_.values())

    def _command(self, names: Sequence[str] = ()) -> None:
        if QApplication.activeModalWidget() is None:
            action = self._window.actions_[self._rng.choice(names or list(self._window.actions_))]
            self._say(action.objectName())
            action.trigger()

    def _save(self) -> None:
        self._command(SAVES)

    def _close(self) -> None:
        self._command(("close", "quit"))

    def _undo(self) -> None:
        if QApplication.activeModalWidget() is None:
            for _ in range(self._rng.randrange(1, 4)):
                self._window.actions_[self._rng.choice(("undo", "undo", "redo"))].trigger()

    def _workspace(self) -> None:
        self._command(WORKSPACES)

    def _theme(self) -> None:
        self._window.theme_requested.emit(self._rng.choice(THEMES))

    def _resize(self) -> None:
        self._window.resize(self._rng.randrange(300, 2200), self._rng.randrange(200, 1400))

    def _cancel(self) -> None:
        self._window.cancel_requested.emit()

    def _close_other(self) -> None:
        top = self._top()
        if top is not self._window:
            self._say(type(top).__name__)
            top.close()

    def _answer(self) -> None:
        """Press a button of the dialog that is in the way."""
        if (asked := QApplication.activeModalWidget()) is not None:
            buttons = [one for one in asked.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
            if buttons:
                pressed = self._rng.choice(buttons)
                self._say(f"{type(asked).__name__} {pressed.text().encode('ascii', 'replace').decode()}")
                pressed.click()

    def _batch(self) -> None:
        """Start a small batch, or stop the one that is under way."""
        if QApplication.activeModalWidget() is not None:
            return
        self._window.actions_["batch"].trigger()
        dialog, rng = self._studio.batch_desk.dialog, self._rng
        if not dialog.running and rng.random() < 0.5:
            dialog.add([self._file() for _ in range(rng.randrange(1, 4))])
            if rng.random() < 0.4:
                dialog.choose_recipe(rng.choice(self._fodder.projects))
        if rng.random() < 0.8:
            self._say("stop" if dialog.running else "start")
            dialog.export_button.click()

    # Files

    def _file(self) -> Path:
        """Return a photo, a project, or something hostile."""
        saved = tuple(self._fodder.folder.glob("*.palettestudio"))
        photos, projects = self._fodder.photos, (*self._fodder.projects, *saved)
        path = self._rng.choice(self._rng.choices((photos, projects, self._fodder.hostile), (55, 15, 30))[0])
        self._say(path.name.encode("ascii", "replace").decode())
        return path

    def _open(self) -> None:
        self._studio.open(self._file())

    def _drop(self) -> None:
        """Drop something on something, as another program would."""
        top, place = self._target()
        mime = self._mime_data()
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        copy = Qt.DropAction.CopyAction
        target = top.childAt(place) or top
        while target is not top and not target.acceptDrops():
            target = target.parentWidget() or top
        at = target.mapFrom(top, place)
        QApplication.sendEvent(target, QDragEnterEvent(at, copy, mime, buttons, keys))
        for last in (QDragMoveEvent(at, copy, mime, buttons, keys), self._last_of_drag(at, mime)):
            if alive(target):
                QApplication.sendEvent(target, last)

    def _last_of_drag(self, at: QPoint, mime: QMimeData) -> QEvent:
        if self._rng.random() < 0.2:
            return QDragLeaveEvent()
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        return QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, left, none)

    def _mime_data(self) -> QMimeData:
        self._mime = mime = QMimeData()
        kind = self._rng.choice(("file", "file", "files", "text", "image", "color", "odd"))
        self._say(kind)
        if kind == "file":
            mime.setUrls([QUrl.fromLocalFile(str(self._file()))])
        elif kind == "files":
            mime.setUrls([QUrl.fromLocalFile(str(self._file())) for _ in range(3)])
        elif kind == "text":
            mime.setText(self._rng.choice(TEXTS))
        elif kind == "image":
            mime.setImageData(self._image())
        elif kind == "color":
            mime.setColorData(QColor(*(self._rng.randrange(256) for _ in range(3))))
        else:
            mime.setData("application/x-color", b"\x00\xff")
        return mime

    def _image(self) -> QImage:
        width, height = self._rng.choice(((1, 1), (400, 300), (1200, 850), (0, 0)))
        formats = (QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32, QImage.Format.Format_Grayscale16)
        image = QImage(width, height, self._rng.choice((*formats, QImage.Format.Format_Mono)))
        image.fill(self._rng.randrange(2))
        return image

    def _paste(self) -> None:
        mime = self._mime_data()
        self._mime = None  # the clipboard owns it
        QGuiApplication.clipboard().setMimeData(mime)
        if QApplication.activeModalWidget() is None:
            self._window.actions_["paste"].trigger()

    def _replace_dialogs(self) -> None:
        """Answer the system's dialogs at random, and open no other program."""
        out = str(self._fodder.folder)

        def answered(answer: Callable[[], str]) -> Callable[..., tuple[str, str]]:
            return lambda *_: (answer() if self._rng.random() < 0.9 else "", "")

        def target() -> str:
            name = self._rng.choice(("saved-%1.png", "saved-%1", "nowhere/%1", "", "%1" * 200))
            return f"{out}/{name}".replace("%1", str(self._rng.randrange(9)))

        QFileDialog.getOpenFileName = answered(lambda: str(self._file()))
        QFileDialog.getOpenFileNames = lambda *_: (
            [str(self._file()) for _ in range(self._rng.randrange(4))],
            "",
        )
        QFileDialog.getSaveFileName = answered(target)
        QFileDialog.getExistingDirectory = lambda *_: self._rng.choice(
            (out, "", str(self._fodder.photos[0].parent))
        )
        QDesktopServices.openUrl = lambda *_: True


def alive(target: QWidget | QWindow) -> bool:
    """Return whether something is still there. Of what Qt makes by itself (the list of a choice, the buttons
    of a dialog), PySide6 does not hear when it ends, and takes it for valid."""
    return isinstance(target, QWindow) or any(one is target for one in QApplication.allWidgets())


def inside(place: QPoint, window: QWidget | QWindow) -> QPoint:
    """Return the nearest place inside a window; others QTest does not take."""
    across = min(max(place.x(), 0), max(window.width() - 1, 0))
    return QPoint(across, min(max(place.y(), 0), max(window.height() - 1, 0)))
