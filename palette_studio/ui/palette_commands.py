"""The commands of the Palette menu."""

from __future__ import annotations

from palette_studio.ui.command import Command

PALETTE_MENUS = {
    "Palette/Sort": "S&ort by",
    "Palette/Harmonize": "&Harmonize",
    "Palette/Shuffle": "Sh&uffle",
}
PALETTE_BREAKS = ("add", "lock", "duplicate", "reset", "Palette/Sort", "back_to_front", "link", "move_left")
SORTED_BY = {
    "sort_hue": ("&Hue", "Swatches in the order of their hues, grays last; the photo stays"),
    "sort_lightness": ("&Lightness", "Dark swatches first; the photo stays"),
    "sort_chroma": ("&Chroma", "Quiet swatches first; the photo stays"),
    "sort_coverage": ("C&overage", "Swatches that cover least first; the photo stays"),
    "sort_luminance": ("L&uminance", "Swatches in the order of their light; the photo stays"),
    "sort_name": ("&Name", "Swatches from A to Z; the photo stays"),
}
HARMONIZED_TO = {
    "complementary": ("&Complementary", "Unlocked swatches go to the hue of this one, or to its opposite"),
    "analogous": ("&Analogous", "Unlocked swatches go to hues beside that of this one"),
    "split_complementary": (
        "&Split complementary",
        "Unlocked swatches go to the hue of this one, or beside its opposite",
    ),
    "triad": ("&Triad", "Unlocked swatches go to three hues, from that of this one on"),
    "tetrad": ("T&etrad", "Unlocked swatches go to two pairs of opposites, from the hue of this one on"),
    "square": ("S&quare", "Unlocked swatches go to four even hues, from that of this one on"),
    "monochrome": ("&Monochrome", "Unlocked swatches go to the hue of this one"),
}
SHUFFLED = {
    "shuffle_hues": ("&Hues", "Unlocked swatches get hues by chance", ("R",)),
    "shuffle_tones": (
        "&Lightness and chroma",
        "Unlocked swatches change lightness and chroma among them",
        ("Ctrl+Alt+R",),
    ),
    "shuffle_assignment": ("&Colors", "Unlocked swatches change their colors among them", ("Shift+R",)),
}

PALETTE_COMMANDS: tuple[Command, ...] = (
    Command(
        "auto",
        "&Automatic count",
        "Palette",
        ("Ctrl+K",),
        "auto",
        "Choose the number of swatches from the photo",
    ),
    Command(
        "add",
        "Pick a color from the &photo",
        "Palette",
        ("I",),
        "eyedropper",
        "Click or drag on the photo to add a swatch",
        True,
    ),
    Command("lock", "&Lock", "Palette", ("K",), "lock", "Keep the chosen swatches as they are", True),
    Command("remove", "&Remove", "Palette", ("Del", "Backspace"), "trash", "Remove the chosen swatches"),
    Command("choose_all", "Choose all s&watches", "Palette", ("Ctrl+A",), "", "Edit all swatches together"),
    Command("rename", "Re&name", "Palette", ("F2",), "", "Give the swatch another name"),
    Command(
        "duplicate",
        "&Duplicate",
        "Palette",
        ("Ctrl+D",),
        "",
        "A second swatch for each chosen one; the photo stays",
    ),
    Command(
        "merge",
        "&Merge",
        "Palette",
        ("Ctrl+J",),
        "",
        "One swatch in place of the chosen ones, their mean by coverage",
    ),
    Command(
        "gradient",
        "&Gradient",
        "Palette",
        ("Ctrl+G",),
        "",
        "Even steps of color from the first to the last of the chosen swatches",
    ),
    Command(
        "split",
        "S&plit",
        "Palette",
        ("Ctrl+Shift+D",),
        "",
        "Two swatches in place of this one, for the two kinds of color it stands for",
    ),
    Command(
        "reset",
        "Reset &swatch",
        "Palette",
        ("Ctrl+R",),
        "reset",
        "Give the chosen swatches their original colors",
    ),
    Command(
        "reset_all",
        "Reset &all",
        "Palette",
        ("Ctrl+Shift+R",),
        "reset-all",
        "Give all unlocked swatches their original colors",
    ),
    *(Command(name, text, "Palette/Sort", (), "", tip) for name, (text, tip) in SORTED_BY.items()),
    Command(
        "back_to_front",
        "&Reverse",
        "Palette/Sort",
        (),
        "",
        "The last swatch first; the photo stays",
    ),
    *(Command(name, text, "Palette/Harmonize", (), "", tip) for name, (text, tip) in HARMONIZED_TO.items()),
    *(Command(name, text, "Palette/Shuffle", keys, "", tip) for name, (text, tip, keys) in SHUFFLED.items()),
    Command(
        "link",
        "Lin&k hues",
        "Palette",
        ("Shift+L",),
        "link",
        "Turn one swatch on the wheel, and all others turn with it",
        True,
    ),
    Command(
        "move_left",
        "Move &left",
        "Palette",
        (),
        "arrow-left",
        "Move the swatch one place to the left; the photo stays",
    ),
    Command(
        "move_right",
        "Move &right",
        "Palette",
        (),
        "arrow-right",
        "Move the swatch one place to the right; the photo stays",
    ),
)
