"""The pages of the documentation that are written from the program itself, so that they cannot be wrong.

Run: python docs/build.py writes them; python docs/build.py --check only tells which are out of date.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from dataclasses import fields
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(ROOT))

KEYS_HEAD = """\
# Keys and commands

Every command of the window, by menu. `Ctrl+Space` finds one by a word of its name; *Help › Keys*
(`Ctrl+?`) gives a command other keys. On macOS, `Cmd` stands for `Ctrl`.
"""
KEYS_FOOT = """\
| Ctrl+click on the photo | Choose its swatch too |
| Shift+click, Ctrl+click, Shift+← → | On the palette: choose a range, or one more; they move together |
| Drag, Ctrl+drag, Alt+drag | On the palette: move, copy, or merge with the swatch under the pointer |
| Drag from the palette to the photo | Make what lies there that color |
| Arrows, Enter, Shift+Enter | On the variations: move, take one, keep one |
| Arrows, Enter, F2, Del | In the library: move, take a palette, name it, delete it |

[Without dragging](../how-to/without-dragging.md) tells the single-click way of whatever is dragged.
"""
LINE_HEAD = """\
# The command line

The same core as the window, without one: no display is needed, and the pixels are the same. Data goes to
stdout, words to stderr; `-` is stdin or stdout. Nothing that exists is written over without `--force`.
Exit codes: 0 done, 1 failed, 2 usage, 130 interrupted.

Colors are written as `#c04030`, `c04030`, `#c43`, a CSS name or a CSS function; palettes as a file of any
format that is read, or as a list of colors: `red,#0af`.

`palette-studio PHOTO` opens the window. A photo that is named like a command opens as `./extract`.
"""
SETTINGS_HEAD = """\
# Settings and folders

Settings are JSON, in `settings.json` in the folder of settings. Most are what was chosen last; *Edit ›
Preferences…* and the dialogs change them. A value of the wrong kind, or out of its range, falls back to
the usual one; a file that cannot be read is kept beside as `.bad`.

| setting | usual value | allowed |
|---|---|---|
"""
SETTINGS_FOOT = """
`export` holds the options of the last export:

| option | usual value |
|---|---|
{export}
## Folders

`palette-studio doctor` prints where they are on your system.

| folder | what |
|---|---|
| settings | `settings.json`, the layout of the window, the library of palettes |
| cache | compiled kernels, color cubes, thumbnails; may be deleted at any time |
| recovery | edits that are not saved yet, for after a crash |
| logs | what went wrong |

## Environment

| variable | what |
|---|---|
| `PALETTE_STUDIO_HOME` | one folder that all of these go under |
| `PALETTE_STUDIO_AUTOSAVE_S` | seconds after which edits are kept for recovery: 10, and 30 at most |
"""


def keys() -> str:
    """Return the page of commands, from their table."""
    from palette_studio.ui.actions import COMMANDS, MNEMONICS, place, plain
    from palette_studio.ui.key_map import BY_HAND

    text = KEYS_HEAD
    for menu in MNEMONICS:
        rows = [command for command in COMMANDS if command.menu == menu]
        if rows:
            text += f"\n## {place(rows[0])}\n\n| command | keys | what it does |\n|---|---|---|\n"
            text += "".join(
                f"| {plain(command)} | {_code(command.keys)} | {command.tip} |\n" for command in rows
            )
    text += "\n## By hand\n\n| keys | what they do |\n|---|---|\n"
    return text + "".join(f"| {shown} | {words} |\n" for _, shown, words in BY_HAND) + KEYS_FOOT


def _code(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def command_line() -> str:
    """Return the page of the command line, from its grammar."""
    from palette_studio.cli.grammar import parser

    return LINE_HEAD + "".join(_command(name, one) for name, one in _commands(parser()).items())


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    inner = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    return next((one.choices for one in inner), {})


def _command(name: str, parser: argparse.ArgumentParser) -> str:
    inner = _commands(parser)
    if inner:
        return "".join(_command(f"{name} {word}", one) for word, one in inner.items())
    text = f"\n## {name}\n\n{_sentence(parser.description or '')}\n"
    examples = [line.strip() for line in getattr(parser, "examples", "").splitlines()[1:] if line.strip()]
    if examples:
        text += "\n```sh\n" + "\n".join(examples) + "\n```\n"
    given = [one for one in parser._actions if one.help != argparse.SUPPRESS]
    rows = [one for one in given if not isinstance(one, argparse._HelpAction)]
    rows.sort(key=lambda one: (bool(one.option_strings), one.dest == "quiet"))  # what has no name comes first
    text += "\nArguments, usual values in brackets:\n\n| argument | what |\n|---|---|\n"
    return text + "".join(f"| {_written(one)} | {_about(one)} |\n" for one in rows)


def _written(option: argparse.Action) -> str:
    taken = option.metavar if isinstance(option.metavar, str) else ""
    if not taken and option.nargs != 0 and not option.choices:
        taken = option.dest.upper()
    names = " ".join([*option.option_strings, *([taken] if taken and option.nargs != 0 else [])])
    return ", ".join(f"`{part}`" for part in [names.replace(" --", "` or `--")])


def _about(option: argparse.Action) -> str:
    words = _sentence(option.help or "")
    if option.choices:
        usual = option.default if isinstance(option.default, str) else None
        told = f" ({usual})" if usual and f"({usual}" not in words else ""
        words += " One of " + ", ".join(f"`{one}`" for one in option.choices) + f"{told}."
    return words.strip().replace("|", "\\|").replace("{", "`{").replace("}", "}`")


def _sentence(text: str) -> str:
    text = " ".join(text.replace("%%", "%").split())
    return text[:1].upper() + text[1:] + ("." if text and not text.endswith((".", "?")) else "")


def settings() -> str:
    """Return the page of settings, from their table."""
    from palette_studio.workbench.settings import ALLOWED, Settings

    text = SETTINGS_HEAD
    for field in fields(Settings):
        if field.name != "export":
            usual = getattr(Settings(), field.name)
            text += f"| `{field.name}` | {_value(usual)} | {_range(ALLOWED.get(field.name), usual)} |\n"
    options = Settings().export
    rows = (f"| `{field.name}` | {_value(getattr(options, field.name))} |\n" for field in fields(options))
    return text + SETTINGS_FOOT.format(export="".join(rows))


def _value(value: object) -> str:
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return f"`{list(value)}`"
    return f'`"{value}"`' if isinstance(value, str) else f"`{value}`"


def _range(allowed: object, usual: object) -> str:
    if isinstance(allowed, range):
        return f"{allowed.start} to {allowed.stop - 1}"
    if isinstance(allowed, tuple):
        return ", ".join(f"`{value}`" if value != "" else "empty" for value in allowed)
    kinds = {bool: "`true` or `false`", tuple: "a list of texts"}
    return kinds.get(type(usual), "a text")


def palette_files() -> str:
    """Return what ``palette formats`` prints."""
    from palette_studio.core.files.palette_io import FORMATS
    from palette_studio.core.files.palette_io.losses import page

    return page(FORMATS)


def gallery() -> str:
    """Return the page of the gallery; its pictures are made by ``gallery/make.py``."""
    spec = importlib.util.spec_from_file_location("gallery_make", FOLDER / "gallery" / "make.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module.page()


PAGES = {
    "reference/keys.md": keys,
    "reference/command-line.md": command_line,
    "reference/settings.md": settings,
    "reference/palette-files.md": palette_files,
    "gallery/README.md": gallery,
}


def stale() -> list[str]:
    """Return the names of the pages that are not as they would be written."""

    def there(name: str) -> str:
        path = FOLDER / name
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    return [name for name, made in PAGES.items() if there(name) != made()]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; 1 where a page is out of date")
    checks = parser.parse_args().check
    late = stale()
    for name in late:
        print(f"docs/{name} {'is out of date: make docs' if checks else 'written'}")
        if not checks:
            (FOLDER / name).write_text(PAGES[name](), encoding="utf-8")
    return 1 if checks and late else 0


if __name__ == "__main__":
    sys.exit(main())
