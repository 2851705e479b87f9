"""Every command: name, words, keys, icon, help and menu in one table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from palette_studio.ui import icons
from palette_studio.ui.command import Command
from palette_studio.ui.palette_commands import PALETTE_BREAKS, PALETTE_COMMANDS, PALETTE_MENUS
from palette_studio.ui.project_commands import PROJECT_COMMANDS
from palette_studio.ui.theme import Theme
from palette_studio.ui.vision_commands import VISION_COMMANDS, VISION_MENU

WORKSPACES = "workspace"

COMMANDS: tuple[Command, ...] = (
    Command("open", "&Open…", "File", ("Ctrl+O",), "open", "Open a photo or a project"),
    Command(
        "open_sequence",
        "Open s&equence…",
        "File",
        ("Ctrl+Shift+O",),
        "",
        "Open a video or a folder of frames",
    ),
    Command(
        "paste",
        "&Paste",
        "File",
        ("Ctrl+V",),
        "paste",
        "Open the photo or file on the clipboard, or take over the colors in its text",
    ),
    Command(
        "open_palette",
        "Open pa&lette…",
        "File",
        ("Ctrl+P",),
        "",
        "Map the photo to the colors of a palette file",
    ),
    Command(
        "apply_lut",
        "Apply color &table…",
        "File",
        ("Ctrl+L",),
        "",
        "Grade the photo by a .cube file or a Hald picture (LUT)",
    ),
    *PROJECT_COMMANDS,
    Command("export", "&Export…", "File", ("Ctrl+E",), "export", "Save the recolored photo as a new file"),
    Command(
        "export_again", "Export &again", "File", ("Ctrl+Shift+E",), "", "Export as last time, to a new name"
    ),
    Command(
        "export_lut",
        "Export color ta&ble…",
        "File",
        ("Ctrl+Alt+E",),
        "",
        "Save the edit as a color table (LUT) for other programs",
    ),
    Command(
        "batch",
        "Batc&h…",
        "File",
        ("Ctrl+B",),
        "",
        "Do the same to many photos: this edit, or a recipe",
    ),
    Command(
        "export_palette",
        "Export pale&tte…",
        "File",
        ("Ctrl+Shift+P",),
        "",
        "Save the palette as a file for other programs",
    ),
    Command("close", "&Close window", "File", ("Ctrl+W",), "", "Close this window"),
    Command("quit", "&Quit", "File", ("Ctrl+Q",), "", "Leave Palette Studio"),
    Command("undo", "&Undo", "Edit", ("Ctrl+Z",), "undo", "Take back the last step"),
    Command("redo", "&Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "Do the step again"),
    Command("copy_color", "&Copy color", "Edit", ("Ctrl+C",), "copy", "Copy the selected swatch as hex"),
    Command("copy_picture", "Copy &result", "Edit", ("Ctrl+Shift+C",), "", "Copy the recolored photo"),
    Command(
        "preferences",
        "Pre&ferences…",
        "Edit",
        ("Ctrl+,",),
        "",
        "Theme, swatches in a new palette, largest photo",
    ),
    Command("fit", "&Fit", "View", ("Ctrl+0",), "fit", "Show the whole photo"),
    Command(
        "actual_size", "&100 %", "View", ("Ctrl+1",), "actual-size", "One photo pixel on one screen pixel"
    ),
    Command("zoom_in", "Zoom &in", "View", ("Ctrl++", "Ctrl+="), "zoom-in", "Look closer"),
    Command("zoom_out", "Zoom &out", "View", ("Ctrl+-",), "zoom-out", "Step back"),
    Command(
        "before",
        "Show &original",
        "View",
        ("B",),
        "before",
        "Show the original; hold the key for a glance",
        True,
    ),
    Command(
        "wipe",
        "&Wipe",
        "View",
        ("W",),
        "compare",
        "Original and edited on either side of a line",
        True,
        "compare",
    ),
    Command(
        "side_by_side",
        "&Side by side",
        "View",
        ("S",),
        "side-by-side",
        "Original and edited, zoomed as one",
        True,
        "compare",
    ),
    Command(
        "turn_wipe",
        "&Turn the wipe",
        "View",
        ("Shift+W",),
        "rotate",
        "Turn the line between upright and level",
    ),
    Command(
        "region",
        "Show &region of swatch",
        "View",
        ("M",),
        "",
        "Dim all that the selected swatch does not reach",
        True,
    ),
    *VISION_COMMANDS,
    Command("play", "&Play", "View", ("P",), "play", "Play the frames, or run the iterations; again to stop"),
    Command("frame_back", "Frame &back", "View", (",",), "step-back", "One frame back"),
    Command("frame_on", "Frame f&orward", "View", (".",), "step", "One frame, or one iteration, further"),
    Command("full_screen", "F&ull screen", "View", ("F11",), "full-screen", "Use the whole screen", True),
    *PALETTE_COMMANDS,
    Command(
        "dress",
        "&Colors of another photo…",
        "Palette",
        (),
        "",
        "Swatches take the colors of another photo's palette; pairs can be forced",
    ),
    Command(
        "more_variations",
        "More &variations",
        "Palette",
        ("Ctrl+Shift+V",),
        "",
        "Draw this photo in other colors, to choose from",
    ),
    Command(
        "save_palette",
        "Save palette to librar&y",
        "Palette",
        ("Ctrl+Shift+L",),
        "",
        "Keep the palette in the library under a name",
    ),
    Command(
        "recolor",
        "Re&color",
        "Window",
        ("F5",),
        "recolor",
        "Colors follow the swatches",
        True,
        "workspace",
    ),
    Command(
        "map",
        "&Map",
        "Window",
        ("F6",),
        "map",
        "Every pixel takes the nearest color of the palette",
        True,
        "workspace",
    ),
    Command(
        "segment",
        "&Segment",
        "Window",
        ("F7",),
        "segment",
        "Divide the photo by a mixture of its values or colors",
        True,
        "workspace",
    ),
    Command(
        "transfer",
        "&Transfer",
        "Window",
        ("F9",),
        "transfer",
        "Give the photo the colors of another one",
        True,
        "workspace",
    ),
    Command(
        "colorize",
        "Colori&ze",
        "Window",
        ("F10",),
        "colorize",
        "Give a gray photo color; your hints and palettes lead it",
        True,
        "workspace",
    ),
    Command(
        "sequence",
        "Se&quence",
        "Window",
        ("F8",),
        "sequence",
        "Learn the background of a video, and see what moves before it",
        True,
        "workspace",
    ),
    Command("reset_layout", "&Reset layout", "Window", (), "", "Put all panels back in their places"),
    Command(
        "hide_panels", "&Hide panels", "Window", ("Ctrl+H",), "panel", "Give the photo the whole window", True
    ),
    Command(
        "search", "&Find a command…", "Help", ("Ctrl+Space",), "", "Do anything by typing a word of its name"
    ),
    Command("tour", "&Tour", "Help", (), "", "What is where in the window, in five steps"),
    Command(
        "help",
        "&Documentation",
        "Help",
        ("F1",),
        "help",
        "Tutorials, answers and explanations, offline",
    ),
    Command("keys", "&Keys", "Help", ("Ctrl+?",), "", "All keys and what they do"),
    Command(
        "demo_line",
        "EM in &one dimension",
        "Help/Demos",
        (),
        "",
        "Watch expectation maximization find two groups of values",
    ),
    Command(
        "demo_plane",
        "EM in &two dimensions",
        "Help/Demos",
        (),
        "",
        "Watch expectation maximization find two clouds of points",
    ),
    Command("report", "Copy &report", "Help", (), "copy", "Copy versions and folders, for a bug report"),
    Command("about", "&About Palette Studio", "Help", (), "info", "Version, licenses, credits"),
)

MENUS = ("File", "Edit", "View", "Palette", "Window", "Help")
MNEMONICS = {
    "File": "&File",
    "Edit": "&Edit",
    "View": "&View",
    "Palette": "&Palette",
    "Window": "&Window",
    "Help": "&Help",
    "Help/Demos": "&Demos",
    VISION_MENU: "Color &vision",
    **PALETTE_MENUS,
}
BREAKS = (  # commands, and menus inside others, that a line stands above
    "open_palette",
    "save",
    "export",
    "close",
    "copy_color",
    "preferences",
    "before",
    "region",
    "play",
    "full_screen",
    *PALETTE_BREAKS,
    "dress",
    "more_variations",
    "reset_layout",
    "report",
)


def tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)


def plain(command: Command) -> str:
    """Return the name of a command as it is read, without the marks of menus."""
    return tr(command.text).replace("&", "").rstrip("…")


def place(command: Command) -> str:
    """Return the menu of a command, and the one inside of it."""
    parts = command.menu.split("/")
    paths = ["/".join(parts[: n + 1]) for n in range(len(parts))]
    return " › ".join(tr(MNEMONICS.get(path, path)).replace("&", "") for path in paths)


def make_actions(owner: QWidget) -> dict[str, QAction]:
    """Return one QAction for every command, by name; ``key_map.apply`` gives them their keys."""
    actions = {}
    for command in COMMANDS:
        action = QAction(tr(command.text), owner)
        action.setObjectName(command.name)
        action.setCheckable(command.checkable)
        action.setAutoRepeat(command.name in ("undo", "redo", "zoom_in", "zoom_out"))
        action.setStatusTip(tr(command.tip))
        if command.name in ("about", "quit"):
            action.setMenuRole(
                QAction.MenuRole.AboutRole if command.name == "about" else QAction.MenuRole.QuitRole
            )
        actions[command.name] = action
    return actions


def dress(actions: dict[str, QAction], theme: Theme) -> None:
    """Give every action its icon in the theme's ink."""
    for command in COMMANDS:
        if command.icon:
            actions[command.name].setIcon(icons.icon(command.icon, theme.text, theme.disabled))
