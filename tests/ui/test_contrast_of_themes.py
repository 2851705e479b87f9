"""WCAG 2.2: text 4.5 to 1 on what it stands on, parts and focus 3 to 1, and no cue by color alone."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from palette_studio.core.resources import resource
from palette_studio.ui import theme as themes
from palette_studio.ui.count_plot import CountPlot, Curves
from palette_studio.ui.ink import ink_on, luminance
from palette_studio.ui.selected_line import mark_selected
from palette_studio.ui.theme import Theme

TEXT, PART = 4.5, 3.0
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
TOKEN = re.compile(r"@(\w+)")
# What text stands on where a rule names no ground of its own
GROUNDS = {"QMenu": "raised", "QStatusBar": "window", "QMenuBar": "window", "QComboBox": "field"}
# What stands on what, painted by hand or by the palette: ink, ground
PAINTED = [
    *(("text", ground) for ground in ("window", "panel", "raised", "field", "pressed", "canvas")),
    *(("muted", ground) for ground in ("window", "panel", "raised", "field")),
    *(("warning", ground) for ground in ("window", "panel", "raised", "field")),
    ("panel", "text"),  # the words of the default button
    ("panel", "muted"),  # and while the pointer is over it
]
# Focus, selection, and what shows where a control is or how it stands: part, ground
PARTS = [
    *(("muted", ground) for ground in ("window", "panel", "raised", "field", "pressed")),  # rings of focus
    *(("text", ground) for ground in ("panel", "field", "pressed")),  # bars and rings of what is selected
    ("text", "track"),  # of a progress bar
    ("muted", "track"),  # the part of a slider that is filled
    ("panel", "text"),  # the ring inside the default button, the check in a box
]


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(QColor(a)), luminance(QColor(b))))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=themes.THEMES)
def theme(request) -> Theme:
    return themes.load(request.param)


def rules() -> list[tuple[str, dict[str, str]]]:
    """Return each rule of the style sheet: its selector, and the token of every property that has one."""
    sheet = re.sub(
        r"/\*.*?\*/", "", resource("themes/window.qss").read_text(encoding="utf-8"), flags=re.DOTALL
    )
    found = []
    for selector, body in RULE.findall(sheet):
        lines = (line.partition(":") for line in body.split(";") if ":" in line)
        tokens = {name.strip(): TOKEN.search(value) for name, _, value in lines}
        found.append((selector.strip(), {name: hit[1] for name, hit in tokens.items() if hit}))
    return found


@pytest.mark.parametrize(("ink", "ground"), PAINTED)
def test_text_can_be_read(theme, ink, ground):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= TEXT


@pytest.mark.parametrize(("part", "ground"), PARTS)
def test_parts_and_focus_can_be_seen(theme, part, ground):
    assert contrast(getattr(theme, part), getattr(theme, ground)) >= PART


def test_every_rule_of_the_style_sheet_has_text_that_can_be_read(theme):
    checked = 0
    for selector, tokens in rules():
        if "disabled" in selector or "color" not in tokens:
            continue
        usual = next((GROUNDS[kind] for kind in GROUNDS if selector.startswith(kind)), "panel")
        ground = tokens.get("background", usual)
        assert contrast(getattr(theme, tokens["color"]), getattr(theme, ground)) >= TEXT, selector
        checked += 1
    assert checked > 15


def test_every_control_that_takes_the_focus_shows_it(theme):
    focused = {selector: tokens for selector, tokens in rules() if ":focus" in selector}
    for kind in ("QToolButton", "QPushButton", "QLineEdit", "QComboBox", "QCheckBox", "QSlider", "QTabBar"):
        own = [tokens for selector, tokens in focused.items() if kind in selector]
        assert own, kind
        for tokens in own:
            ink = tokens.get("border-color", tokens.get("border"))
            if ink is not None and ink != "panel":  # that one lies on the default button's text color
                assert contrast(getattr(theme, ink), theme.panel) >= PART
                assert contrast(getattr(theme, ink), theme.field) >= PART


def test_what_is_checked_or_selected_has_a_mark_beside_its_ground():
    marked = dict(rules())
    for selector in (
        "QToolButton:checked",
        "QMenu::item:selected",
        "QMenuBar::item:selected",
        "QListView#history::item:selected",
        "QComboBox QAbstractItemView::item:selected",
        "QTreeWidget#key_tree::item:selected",
    ):
        borders = [token for name, token in marked[selector].items() if name.startswith("border")]
        assert borders and set(borders) <= {"text", "muted"}, selector


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_selected_line_has_a_bar_where_it_begins(theme, way, qapp):
    image = QImage(80, 28, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setLayoutDirection(way)
    mark_selected(painter, QRect(0, 0, 80, 28), theme)
    painter.end()
    first, last = (image.pixelColor(x, 14).name() for x in (1, 78))
    if way == Qt.LayoutDirection.RightToLeft:
        first, last = last, first
    assert contrast(first, last) >= PART and last == theme.pressed.lower()


def test_the_ink_on_a_color_can_always_be_read():
    rgb = np.random.default_rng(0).integers(0, 256, (5000, 3))
    corners = np.stack(np.meshgrid([0, 118, 255], [0, 118, 255], [0, 118, 255]), -1).reshape(-1, 3)
    for color in (QColor(*each) for each in np.concatenate([rgb, corners]).tolist()):
        assert contrast(ink_on(color).name(), color.name()) >= TEXT


def test_the_channels_of_a_histogram_are_named_by_letters(qtbot):
    plot = CountPlot()
    qtbot.addWidget(plot)
    plot.set_theme(themes.load("dark"))
    plot.resize(400, 120)
    bins = np.zeros(256)
    bins[[40, 254]] = 5  # the three stand on each other, or at the end
    for peak in (bins, np.roll(bins, 2)):
        plot.show_counts(Curves([peak] * 3, (), [QColor("#E0524C")] * 3, False, False))
        places = sorted(plot.letter_places(), key=lambda at: at.x())
        assert all(b.x() - a.x() >= 12 for a, b in pairwise(places))
        assert all(plot.rect().contains(at.toPoint()) for at in places)
