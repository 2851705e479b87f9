"""Gray chrome, readable text, a name for every control."""

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSlider

from palette_studio.ui import theme as themes


def luminance(color: str) -> float:
    """Relative luminance of WCAG 2.2."""
    parts = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in QColor(color).getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", themes.THEMES)
def test_every_token_is_a_gray(name):
    theme = themes.load(name)
    for f in fields(theme):
        if f.name != "name":
            color = QColor(getattr(theme, f.name))
            assert color.isValid()
            assert color.red() == color.green() == color.blue(), f.name


@pytest.mark.parametrize("name", themes.THEMES)
@pytest.mark.parametrize("ink", ["text", "muted"])
@pytest.mark.parametrize("ground", ["window", "panel", "field"])
def test_text_reaches_four_and_a_half_to_one(name, ink, ground):
    theme = themes.load(name)
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", themes.THEMES)
@pytest.mark.parametrize("ground", ["raised", "pressed", "canvas"])
def test_plain_text_reads_on_what_is_raised_or_pressed(name, ground):
    theme = themes.load(name)
    assert contrast(theme.text, getattr(theme, ground)) >= 4.5


def test_every_control_has_a_name_and_says_what_it_does(opened):
    for kind in (QAbstractButton, QComboBox, QLineEdit, QSlider):
        for control in opened.window.findChildren(kind):
            if not control.isVisible() or control.objectName().startswith("qt_"):
                continue
            assert control.accessibleName() or getattr(control, "text", str)(), control
            assert control.toolTip(), f"{control.accessibleName() or control} has no tooltip"


def test_commands_have_unique_names_and_keys():
    from palette_studio.ui.actions import COMMANDS

    names = [c.name for c in COMMANDS]
    keys = [key for c in COMMANDS for key in c.keys]
    assert len(names) == len(set(names))
    assert len(keys) == len(set(keys))


def test_every_command_does_something(studio):
    from PySide6.QtCore import SIGNAL

    for action in studio.window.actions_.values():
        heard = action.receivers(SIGNAL("triggered(bool)")) + action.receivers(SIGNAL("toggled(bool)"))
        assert heard > 0, action.objectName()
