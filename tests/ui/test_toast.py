"""Messages: three at most, the newest last, each closed, and none that takes the window down."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from palette_studio.ui import theme as themes
from palette_studio.ui.toast import MOST, Toasts


@pytest.fixture
def toasts(qtbot) -> Toasts:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(800, 600)
    over.show()
    return Toasts(themes.load("dark"), over)


def test_the_newest_three_are_shown(toasts):
    for number in range(5):
        toasts.inform(f"message {number}")
    assert toasts.texts == ["message 2", "message 3", "message 4"]


def test_the_same_message_is_said_once_and_moves_to_the_end(toasts):
    for text in ("a", "b", "a"):
        toasts.complain(text)
    assert toasts.texts == ["b", "a"]


def test_a_closed_message_is_gone_and_its_place_is_used_again(toasts, qtbot):
    toasts.complain("a")
    close = next(b for b in toasts.findChildren(QToolButton) if b.isVisible())
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert toasts.texts == []
    assert not toasts.isVisible()
    toasts.complain("b")
    assert toasts.texts == ["b"]


def test_its_one_action_is_done_and_ends_it(toasts, qtbot):
    done = []
    toasts.inform("Removed Brick", "Undo", lambda: done.append(1))
    button = next(b for b in toasts.findChildren(QPushButton) if b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert toasts.texts == []


def test_a_thousand_messages_need_no_more_than_three_places(toasts, qtbot):
    for number in range(1000):
        toasts.inform(f"message {number}", "Undo", print)
        if number % 100 == 0:
            qtbot.wait(1)
    assert len(toasts._shown) + len(toasts._free) == MOST


def test_a_long_message_is_shown_whole(toasts):
    toasts.complain("holiday.png is 60000 × 60000 pixels (3600 MP). " * 4, details="x")
    toast = toasts._shown[0]
    needed = toast._words.heightForWidth(toast._words.width())
    assert toast._words.height() >= needed
