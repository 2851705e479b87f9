"""The tour: five steps at most, over the real window, once; skipped at any of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QDialog

from palette_studio.ui.tour import MOST

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 60_000


@pytest.fixture
def touring(opened, qtbot):
    opened.window.actions_["tour"].trigger()
    return opened


def tour(studio):
    return studio.pages.tour.tour


def test_every_step_lights_what_it_tells_of_and_covers_none_of_its_words(touring, qtbot):
    lead, seen = tour(touring), []
    while tour(touring) is lead:
        light = lead._light()
        assert light.isValid() and lead.rect().contains(light)
        bubble = QRect(lead.bubble.pos(), lead.bubble.size())
        assert lead.rect().contains(bubble)
        assert lead.next.hasFocus()
        seen.append(lead._title.text())
        qtbot.keyClick(lead.next, Qt.Key.Key_Return)
    assert len(seen) == len(set(seen)) == MOST
    assert touring.session.settings.toured


def test_it_is_skipped_by_esc_and_nothing_below_is_touched(touring, qtbot):
    lead, document = tour(touring), touring.document
    qtbot.mouseClick(lead, LEFT, pos=lead.rect().center())
    qtbot.keyClick(lead, Qt.Key.Key_Delete)
    assert touring.document is document
    qtbot.keyClick(lead.next, Qt.Key.Key_Escape)
    assert tour(touring) is None
    assert touring.window.isVisible()


def test_the_program_can_be_left_from_it(touring, qtbot):
    quits = touring.window.actions_["quit"]
    quits.triggered.disconnect()
    with qtbot.waitSignal(quits.triggered, timeout=PATIENCE):
        qtbot.keyClick(tour(touring).next, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def test_it_goes_back_and_stays_in_a_window_of_any_size(touring, qtbot):
    lead = tour(touring)
    qtbot.mouseClick(lead.next, LEFT)
    qtbot.mouseClick(lead.back, LEFT)
    assert lead.step == 0
    assert not lead.back.isEnabled()
    touring.window.resize(1100, 700)
    qtbot.waitUntil(lambda: lead.size() == touring.window.size(), timeout=PATIENCE)
    assert lead.rect().contains(QRect(lead.bubble.pos(), lead.bubble.size()))


def test_it_comes_with_the_first_photo_once(studio, qtbot, coffee):
    studio.pages.tour.offer()
    studio.open(coffee)
    qtbot.waitUntil(lambda: tour(studio) is not None, timeout=PATIENCE)
    qtbot.mouseClick(tour(studio).skip, LEFT)
    assert studio.session.settings.toured
    studio.pages.tour.offer()
    studio.open(coffee)
    qtbot.waitUntil(lambda: len(studio.document.edited) > 0 and studio.settled, timeout=PATIENCE)
    assert tour(studio) is None and not studio.pages.tour._soon.isActive()


def test_it_waits_while_a_question_is_open(studio, qtbot, coffee):
    question = QDialog(studio.window)
    question.setModal(True)
    question.show()
    studio.pages.tour.offer()
    studio.open(coffee)
    desk = studio.pages.tour
    with qtbot.waitSignal(desk._soon.timeout, timeout=PATIENCE):
        pass
    assert tour(studio) is None
    question.reject()
    qtbot.waitUntil(lambda: tour(studio) is not None, timeout=PATIENCE)


def test_without_a_photo_it_says_what_to_do(studio):
    studio.window.actions_["tour"].trigger()
    assert tour(studio) is None
    assert "Open a photo first" in studio.window.toasts.texts[0]
