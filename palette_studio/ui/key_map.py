"""Which keys do what: those of the table of commands, and those that the artist has given instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QAction, QKeySequence

from palette_studio.ui.actions import COMMANDS, plain, tr
from palette_studio.ui.command import Command

Changed = Mapping[str, tuple[str, ...]]  # keys by the name of a command, where they are not the usual ones
BY_NAME = {command.name: command for command in COMMANDS}
# Keys that are read without a command, and what they do
BY_HAND = (
    (("Space",), "Space, or middle button", "Move the photo"),
    ((), "Wheel", "Zoom at the pointer"),
    (tuple("123456789"), "1 … 9", "Select a swatch"),
    (("L", "C", "H"), "L, C or H with ↑ ↓", "Nudge lightness, chroma or hue; Shift ten times as far"),
    ((), "Alt+click on the photo", "Add that color as a swatch"),
    (
        ("Ctrl+Return", "Ctrl+Enter"),
        "Return   ← ↑ ↓ →   Ctrl+Return",
        "On the photo: a cross, where it is, and a click there",
    ),
    (
        ("Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down"),
        "Shift+← ↑ ↓ →",
        "On the photo: move the line between original and edited",
    ),
    (("Shift+F10", "Menu"), "Shift+F10", "Open the menu of what has the keys"),
    (
        ("Left", "Right", "Ctrl+Left", "Ctrl+Right", "Up", "Down"),
        "← →   Ctrl+← →",
        "On the palette: select, or move the swatch",
    ),
    (("Esc", "Return", "Enter", "Tab", "Shift+Tab"), "Esc", "Take back the drag, leave the tool"),
)


def kept(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the changed keys that settings hold, one line a command: "export=Ctrl+E Ctrl+Shift+S"."""
    changed: dict[str, tuple[str, ...]] = {}
    for line in lines:
        name, _, keys = line.partition("=")
        if name in BY_NAME:
            found = (portable(QKeySequence(key)) for key in keys.split())
            changed[name] = tuple(key for key in found if key)
    return changed


def lines(changed: Changed) -> tuple[str, ...]:
    """Return what ``kept`` reads."""
    return tuple(f"{name}={' '.join(keys)}" for name, keys in changed.items())


def keys_of(command: Command, changed: Changed) -> tuple[str, ...]:
    return changed.get(command.name, command.keys)


def with_keys(changed: Changed, name: str, keys: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return the changed keys with those of one command; what had one of them before loses it."""
    found = dict(changed)
    for command in COMMANDS:
        left = tuple(key for key in keys_of(command, changed) if portable(QKeySequence(key)) not in keys)
        if command.name != name and left != keys_of(command, changed):
            found[command.name] = left
    found[name] = keys
    usual = {name: command.keys for name, command in BY_NAME.items()}
    return {name: keys for name, keys in found.items() if keys != usual[name]}


def owner(key: str, changed: Changed) -> Command | None:
    """Return the command that a key belongs to."""
    for command in COMMANDS:
        if key in (portable(QKeySequence(one)) for one in keys_of(command, changed)):
            return command
    return None


def reserved(key: str) -> str:
    """Return what a key does that no command can have, "" for one that is free to be given."""
    return next((tr(words) for keys, _, words in BY_HAND if key in keys), "")


def apply(actions: Mapping[str, QAction], changed: Changed) -> None:
    """Give every action its keys, and say the first of them where it is pointed at."""
    for command in COMMANDS:
        set_keys(actions[command.name], command, keys_of(command, changed))


def set_keys(action: QAction, command: Command, keys: tuple[str, ...]) -> None:
    action.setShortcuts([QKeySequence(key) for key in keys])
    shown = f" ({native(keys[:1])})" if keys else ""
    action.setToolTip(f"{plain(command)}{shown}\n{tr(command.tip)}")


def native(keys: Iterable[str]) -> str:
    """Return keys as the system writes them."""
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(form) for key in keys)


def portable(keys: QKeySequence) -> str:
    """Return keys as they are kept, the same on every system."""
    return keys.toString(QKeySequence.SequenceFormat.PortableText)
