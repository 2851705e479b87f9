"""The commands of View > Color vision, and the words for what is seen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from palette_studio.core.craft.sight import Sight
from palette_studio.ui.command import Command

VISION_MENU = "View/Color vision"
VISIONS = {  # by the deficiency, "" for none: name of the command, its words, its tip
    "": ("vision_normal", "&Normal", "Colors as they are"),
    "protan": (
        "vision_protan",
        "&Protan (red cones)",
        "Colors as seen without red cones (protanopia), or with weak ones",
    ),
    "deutan": (
        "vision_deutan",
        "&Deutan (green cones)",
        "Colors as seen without green cones (deuteranopia), or with weak ones",
    ),
    "tritan": (
        "vision_tritan",
        "&Tritan (blue cones)",
        "Colors as seen without blue cones (tritanopia), or with weak ones",
    ),
    "achromat": (
        "vision_achromat",
        "&Achromat (no colors)",
        "Lightness alone, as seen without any color vision",
    ),
}
VISION_COMMANDS: tuple[Command, ...] = tuple(
    Command(name, text, VISION_MENU, (), "", tip, True, "vision") for name, text, tip in VISIONS.values()
)
MISSING = {
    "protan": ("Seen without red cones", "Seen with weak red cones"),
    "deutan": ("Seen without green cones", "Seen with weak green cones"),
    "tritan": ("Seen without blue cones", "Seen with weak blue cones"),
    "achromat": ("Seen without color vision", "Seen with little color vision"),
}


def seen_words(sight: Sight) -> str:
    """Return what is seen: "Seen without green cones (deutan 100 %)"; "" where all is as it is."""
    if sight.normal:
        return ""
    words = QCoreApplication.translate("Commands", MISSING[sight.deficiency][sight.severity < 1])
    return f"{words} ({sight.deficiency} {sight.severity:.0%})".replace("%", " %")
