"""The commands of the File menu that keep and bring back the work."""

from __future__ import annotations

from palette_studio.ui.command import Command

PROJECT_COMMANDS = (
    Command(
        "save",
        "&Save project",
        "File",
        ("Ctrl+S",),
        "save",
        "Keep photo, palette and every setting in a project; the photo itself is never changed",
    ),
    Command(
        "save_as", "Save project &as…", "File", ("Ctrl+Shift+S",), "", "Keep the project under another name"
    ),
    Command(
        "save_recipe",
        "Save rec&ipe…",
        "File",
        ("Ctrl+Alt+S",),
        "",
        "Keep the edit without its photo, to apply it to others",
    ),
    Command(
        "reopen",
        "&Bring back last edits",
        "File",
        ("Ctrl+Shift+T",),
        "",
        "Bring back the edits that were set aside last, with their photo",
    ),
)
