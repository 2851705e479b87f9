"""What a screen reader is told when something happened."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from palette_studio.ui import spoken, status_line
from palette_studio.ui.status_line import StatusLine
from palette_studio.ui.theme import load
from palette_studio.ui.toast import Toasts

POLITENESS = QAccessible.AnnouncementPoliteness


@pytest.fixture
def heard(monkeypatch):
    """A screen reader that runs, and what it is told."""
    told = []
    to_the_reader = QAccessible.updateAccessibility

    def update(event):
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append((event.message(), event.politeness()))
        to_the_reader(event)

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return told


def test_messages_are_told_and_errors_at_once(qtbot, heard):
    over = QWidget()
    qtbot.addWidget(over)
    toasts = Toasts(load("dark"), over)
    toasts.inform("Saved photo.png")
    toasts.complain("photo.png could not be read.")
    assert heard == [
        ("Saved photo.png", POLITENESS.Polite),
        ("photo.png could not be read.", POLITENESS.Assertive),
    ]


def test_the_end_of_long_work_is_told_and_that_it_was_canceled(qtbot, heard, monkeypatch):
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_progress("Exporting", 0.5)
    line.show_progress("", 0.0)
    assert heard == []  # it was short
    monkeypatch.setattr(status_line, "LONG_MS", 0)
    line.show_progress("Exporting", 0.0)
    line.show_progress("Exporting", 0.9)
    line.show_progress("", 0.0)
    line.show_progress("Exporting", 0.9)
    line._cancel.click()
    line.show_progress("", 0.0)
    assert [words for words, _ in heard] == ["Exporting: ended", "Exporting: canceled"]


def test_without_a_screen_reader_nothing_is_told(qtbot, monkeypatch):
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: pytest.fail("nobody listens"))
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    owner = QWidget()
    qtbot.addWidget(owner)
    spoken.announce(owner, "Saved")
