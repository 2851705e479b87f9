"""Every control of a window: which widgets are operated, what they tell, and where Tab leads."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from palette_studio.ui.pictures import array_of

# Of Qt's controls, those that are operated; scroll bars and headers are by the keys of their view, and
# the menu bar is by F10 and Alt.
OPERATED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QTabBar,
    QTextEdit,
)
WITH_THEIR_VIEW = (QScrollBar, QHeaderView, QMenuBar)
HANDS = ("mousePressEvent", "mouseReleaseEvent", "mouseDoubleClickEvent")
DUMB = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Window}
VALUED = {QAccessible.Role.Slider, QAccessible.Role.SpinBox, QAccessible.Role.ColorChooser}
LONGEST_TIP = 120  # signs a line
MOST_TABS = 400
CLEARLY, LEAST_SEEN = 50, 60  # levels by which a pixel is another one, and how many have to be


def controls(top: QWidget) -> list[QWidget]:
    """Return the widgets of a window that a hand can operate, in sight or not."""
    return [each for each in top.findChildren(QWidget) if is_control(each) and not is_part(each)]


def is_control(widget: QWidget) -> bool:
    """Return whether a widget is one of Qt's controls, or one of ours that takes the mouse or keys."""
    if isinstance(widget, WITH_THEIR_VIEW):
        return False
    ours = [kind for kind in type(widget).__mro__ if kind.__module__.startswith("palette_studio")]
    hands = HANDS if widget.focusPolicy() == Qt.FocusPolicy.NoFocus else (*HANDS, "keyPressEvent")
    return isinstance(widget, OPERATED) or any(hand in kind.__dict__ for kind in ours for hand in hands)


def is_part(widget: QWidget) -> bool:
    """Return whether Qt made a widget inside one of its controls, whose own keys do what the part does."""
    if type(widget).__module__.startswith("palette_studio"):
        return False
    if widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, OPERATED):
            return True
        parent = parent.parentWidget()
    return widget.window().windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


def faults(widget: QWidget) -> list[str]:
    """Return what a control lacks, in words."""
    told, found = QAccessible.queryAccessibleInterface(widget), []
    put_away = isinstance(widget, QPushButton) and widget.isHidden()  # it gets its word when it is shown
    if not told.text(QAccessible.Text.Name).strip() and not put_away:
        found.append("no name")
    if told.role() in DUMB:
        found.append(f"role {told.role().name}")
    if told.role() in VALUED and widget.isVisible() and widget.isEnabled() and not value_of(told):
        found.append("no value")
    lines = (widget.toolTip() or widget.whatsThis()).splitlines()  # over the photo, a tip would hide it
    if not lines or len(lines) > 2 or max(map(len, lines)) > LONGEST_TIP:
        found.append(f"tip {lines}")
    if not proxy(widget).focusPolicy() & Qt.FocusPolicy.TabFocus:
        found.append("Tab passes it by")
    return found


def value_of(told: object) -> str:
    values = told.valueInterface()
    return told.text(QAccessible.Text.Value).strip() or ("" if values is None else str(values.currentValue()))


def tab_walk(top: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until it leads back to where it began; return all widgets it came to."""
    met: list[QWidget] = []
    for _ in range(MOST_TABS):
        QTest.keyClick(QApplication.focusWidget() or top, key)
        focus = QApplication.focusWidget()
        if focus is None or (met and focus is met[0]):
            return met
        assert focus not in met, f"{key.name} goes in a circle at {words(focus)}"
        met.append(focus)
    raise AssertionError(f"{key.name} never came back")


def unreached(top: QWidget) -> list[QWidget]:
    """Return the controls in sight that no Tab leads to."""
    met = {proxy(widget) for widget in tab_walk(top)}
    return [
        each for each in controls(top) if each.isVisible() and each.isEnabled() and proxy(each) not in met
    ]


def proxy(widget: QWidget) -> QWidget:
    """Return who gets the keys that a widget is given."""
    while widget.focusProxy() is not None:
        widget = widget.focusProxy()
    return widget


def words(widget: QWidget) -> str:
    """Return which widget it is, for the message of a test."""
    names, part = [type(widget).__name__], widget.parentWidget()
    while part is not None:
        if type(part).__module__.startswith("palette_studio"):
            names.insert(0, type(part).__name__)
        part = None if part.isWindow() else part.parentWidget()
    text = widget.accessibleName() or getattr(widget, "text", lambda: "")()
    return f"{' › '.join(names)} “{text}”"


def complaints(top: QWidget) -> str:
    """Return all that is wrong with the controls of a window, a line each; the window is active."""
    found = [f"{words(each)}: {', '.join(lacks)}" for each in controls(top) if (lacks := faults(each))]
    found += [f"{words(each)}: Tab does not come to it" for each in unreached(top)]
    return "\n".join(sorted(set(found)))


def hidden_focus(top: QWidget) -> str:
    """Return the controls that look no other, or hardly, when they have the focus, a line each."""
    shots = []
    for widget in tab_walk(top):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        shots.append((widget, array_of(widget.grab().toImage())))
    found = []
    for widget, lit in shots:
        other = array_of(widget.grab().toImage()) if not widget.hasFocus() else None
        if other is None:
            continue
        seen = int((np.abs(lit[..., :3].astype(int) - other[..., :3]).max(-1) >= CLEARLY).sum())
        if seen < LEAST_SEEN:
            found.append(f"{words(widget)}: {seen} pixels tell that it has the focus")
    return "\n".join(found)
