"""Tokens of a theme -> QPalette, style sheet and font."""

from __future__ import annotations

import contextlib
import tomllib
from dataclasses import dataclass, fields

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.files.error import FileError
from palette_studio.core.home import cache_folder
from palette_studio.core.resources import resource

THEMES = ("dark", "light", "neutral")
TEXT_PX, READOUT_PX, CAPTION_PX = 13, 12, 11
FALLBACK_FONTS = ("", "DejaVu Sans", "Sans", "Sans Serif", "Bitstream Vera Sans")


@dataclass(frozen=True)
class Theme:
    """Colors of the chrome, all gray (R = G = B), as ``#RRGGBB``."""

    name: str
    window: str
    panel: str
    raised: str
    field: str
    pressed: str
    line: str
    text: str
    muted: str
    disabled: str
    canvas: str
    track: str
    warning: str


def shown_name(name: str) -> str:
    """Return the name of a theme for people. name: one of THEMES."""
    return QCoreApplication.translate("Themes", load(name).name)


def load(name: str) -> Theme:
    """Return the theme of that name; an unknown name gives the dark one."""
    file = resource(f"themes/{name if name in THEMES else THEMES[0]}.toml")
    return Theme(**tomllib.loads(file.read_text(encoding="utf-8")))


def apply(theme: Theme, app: QApplication) -> None:
    """Give the whole application this theme; no restart, and nothing where it wears it already."""
    sheet = _style_sheet(theme)
    if app.styleSheet() == sheet:
        return
    if not app.styleSheet():  # once: a style set anew is a third of the time that another theme takes
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(_palette(theme))
    app.setFont(interface_font())
    app.setStyleSheet(sheet)


def interface_font() -> QFont:
    """Return the system's interface font at 13 px, or our Inter where the system names none of its own."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.family() in FALLBACK_FONTS and (family := _bundled_family()):
        font = QFont(family)
    font.setPixelSize(TEXT_PX)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return a copy of ``font`` at another size and weight."""
    other = QFont(font)
    other.setPixelSize(pixels)
    other.setWeight(weight)
    return other


def _bundled_family() -> str:
    if "Inter" in QFontDatabase.families():
        return "Inter"
    families: list[str] = []
    for file in sorted(resource("fonts").glob("*.[ot]tf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else ""


def _palette(theme: Theme) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, token in (
        (roles.Window, theme.panel),
        (roles.WindowText, theme.text),
        (roles.Base, theme.field),
        (roles.AlternateBase, theme.panel),
        (roles.Text, theme.text),
        (roles.Button, theme.panel),
        (roles.ButtonText, theme.text),
        (roles.BrightText, theme.text),
        (roles.Highlight, theme.pressed),
        (roles.HighlightedText, theme.text),
        (roles.ToolTipBase, theme.raised),
        (roles.ToolTipText, theme.text),
        (roles.PlaceholderText, theme.muted),
        (roles.Link, theme.text),
        (roles.LinkVisited, theme.text),
        (roles.Light, theme.raised),
        (roles.Midlight, theme.raised),
        (roles.Mid, theme.line),
        (roles.Dark, theme.line),
        (roles.Shadow, theme.window),
        (roles.Accent, theme.text),
    ):
        palette.setColor(role, QColor(token))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return palette


def _style_sheet(theme: Theme) -> str:
    text = resource("themes/window.qss").read_text(encoding="utf-8")
    text = text.replace("@chevron_down)", f"{_tinted('chevron-down', theme.muted)})")
    text = text.replace("@chevron_right)", f"{_tinted('chevron-right', theme.muted)})")
    text = text.replace("@check)", f"{_tinted('check', theme.panel)})")
    for f in fields(theme):
        text = text.replace(f"@{f.name};", f"{getattr(theme, f.name)};")
        text = text.replace(f"@{f.name} ", f"{getattr(theme, f.name)} ")
    return text


def _tinted(icon: str, ink: str) -> str:
    """Return the path of an icon in ``ink``: style sheets take pictures from files alone.

    It is written where it is not yet, or has been damaged; where it cannot be, the icon stays away.
    """
    folder = cache_folder() / "theme"
    file = folder / f"{icon}-{ink.lstrip('#')}.svg"
    drawing = resource(f"icons/{icon}.svg").read_bytes().replace(b"currentColor", ink.encode())
    with contextlib.suppress(OSError, FileError):
        if not file.is_file() or file.read_bytes() != drawing:
            folder.mkdir(exist_ok=True)
            write_atomically(file, drawing, lasting=False)
    return file.as_posix()
