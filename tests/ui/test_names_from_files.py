"""What stands in a file, names above all, is shown as it is: never as markup, and nothing unseen acts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from palette_studio.core.files.error import visible
from palette_studio.core.files.palette_io import parse_palette_file
from palette_studio.ui import theme as themes
from palette_studio.ui.palette_model import PaletteModel
from palette_studio.ui.toast import Toasts

EVIL = "<img src=x><b>X</b>"


@pytest.fixture(params=themes.THEMES)
def label(request, qapp, qtbot) -> QLabel:
    before = themes.load("dark")
    themes.apply(themes.load(request.param), qapp)
    made = QLabel(EVIL)
    qtbot.addWidget(made)
    made.resize(300, 40)
    made.show()
    yield made
    QToolTip.hideText()
    themes.apply(before, qapp)


def tip() -> QLabel:
    return next(w for w in QApplication.topLevelWidgets() if w.metaObject().className() == "QTipLabel")


def test_a_label_shows_marks_as_text(label):
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_tip_shows_marks_as_text(label):
    label.setToolTip(EVIL)
    place = QPoint(3, 3)
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, place, label.mapToGlobal(place)))
    assert (tip().text(), tip().textFormat()) == (EVIL, Qt.TextFormat.PlainText)


def test_a_swatch_with_marks_in_its_name_keeps_them(qtbot):
    file = parse_palette_file(f"GIMP Palette\nName: {EVIL}\n#\n1 2 3 {EVIL}\n".encode(), "x.gpl")
    assert (file.name, file.palette[0].name) == (EVIL, EVIL)
    model = PaletteModel()
    model.set_palettes(file.palette, file.palette)
    said = model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert said.startswith(EVIL)


def test_a_message_with_marks_keeps_them(label):
    toasts = Toasts(themes.load("dark"), label)
    toasts.complain(f"{EVIL}.png is damaged.")
    words = [each for each in toasts.findChildren(QLabel) if each.text()]
    assert [each.text() for each in words] == [f"{EVIL}.png is damaged."]
    assert all(each.textFormat() == Qt.TextFormat.PlainText for each in words)


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("plain ä 漢 🎨.png", "plain ä 漢 🎨.png"),
        ("a\u202egnp.exe", "a\ufffdgnp.exe"),
        ("a\nb\tc\x1b[31m\x00", "a\ufffdb\ufffdc\ufffd[31m\ufffd"),
        ("\udcff\u2028", "\ufffd\ufffd"),
        ("👩\u200d🎨", "👩\u200d🎨"),
    ],
)
def test_signs_that_are_not_seen_are_made_visible(name, seen):
    assert visible(name) == seen


def test_a_text_without_end_is_cut():
    assert len(visible("x" * 10_000)) < 300
    long = parse_palette_file(f"GIMP Palette\n#\n1 2 3 {'x' * 10_000}\u202e\n".encode(), "x.gpl")
    assert len(long.palette[0].name) < 300
    assert long.palette[0].name.isprintable()


def test_every_label_of_the_window_is_plain(opened_small):
    labels = opened_small.window.findChildren(QLabel)
    rich = [
        each.text() for each in labels if each.isVisible() and each.textFormat() != Qt.TextFormat.PlainText
    ]
    assert rich == []


def test_a_photo_with_marks_in_its_name_opens_under_it(studio, qtbot, photo):
    odd = Path(photo.parent / "<b>X<br>\u202e.png")
    photo.rename(odd)
    studio.open(odd)
    qtbot.waitUntil(lambda: len(studio.document.edited) > 0 and studio.settled, timeout=60_000)
    assert studio.document.photo.name == "<b>X<br>\ufffd.png"
    assert "<b>X<br>\ufffd.png" in studio.window.windowTitle()
