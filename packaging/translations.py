"""The words of the window, from the code into resources/translations; `make translations` runs it.

What is found becomes a list that lupdate reads: by itself it does not see strings inside of f-strings, and
takes the one who calls for the class. Words that are new come out as unfinished in the .ts; what nothing says
anymore goes. A translator opens the .ts in Qt Linguist (`pyside6-linguist`) or any editor.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from error_templates import templates

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de",)
# Functions whose first argument is translated, and the context they look in
MARKS = {"step_words": "Steps", "job_words": "Jobs"}
ERRORS = "errors.json"  # English templates, by which the program knows an error when it meets one
Message = tuple[str, str]  # context, words


def source_of(language: str, folder: Path = FOLDER) -> Path:
    return folder / f"palette_studio_{language}.ts"


def messages() -> list[Message]:
    """Return everything the window says, each once, in the order of context and place."""
    found: dict[Message, None] = {}
    for path in sorted((ROOT / "palette_studio").rglob("*.py")):
        found.update(dict.fromkeys(_said(ast.parse(path.read_text(encoding="utf-8")), "", path)))
    found.update(dict.fromkeys(_tabled()))
    found.update(dict.fromkeys(("Errors", text) for text in templates(ROOT / "palette_studio")))
    return sorted(found, key=lambda message: message[0])


def update(language: str, folder: Path) -> None:
    """Bring the .ts in a folder up to what the code says; it is made where there is none."""
    with tempfile.TemporaryDirectory() as temporary:
        words = Path(temporary) / "words.py"
        lines = (f"QCoreApplication.translate({_quoted(c)}, {_quoted(text)})" for c, text in messages())
        words.write_text("\n".join(lines) + "\n", encoding="utf-8")
        options = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en"]
        target = ["-target-language", language, "-ts", str(source_of(language, folder))]
        _tool("pyside6-lupdate", str(words), *options, *target)


def release(language: str, source: Path, folder: Path) -> Path:
    """Write what the program reads, from finished words alone; return its path."""
    made = folder / f"palette_studio_{language}.qm"
    _tool("pyside6-lrelease", "-silent", "-nounfinished", str(source), "-qm", str(made))
    return made


def list_errors(folder: Path) -> Path:
    """Write the templates of errors, in English, with the kinds of their gaps; return the path."""
    path = folder / ERRORS
    text = json.dumps(templates(ROOT / "palette_studio"), ensure_ascii=False, indent=0)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def _said(node: ast.AST, inside: str, path: Path) -> Iterator[Message]:
    """Yield what ``self.tr``, ``QCoreApplication.translate`` and the marks are given, below a node."""
    inside = node.name if isinstance(node, ast.ClassDef) else inside
    if isinstance(node, ast.Call) and node.args:
        texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
        match node.func:
            case ast.Attribute(value=ast.Name(id=owner), attr="tr"):
                if owner != "self" or len(texts) != 1:
                    raise ValueError(f'{path.name}:{node.lineno}: write self.tr("words"), with the words')
                yield inside, texts[0]
            case ast.Attribute(attr="translate") if len(texts) == 2:
                yield texts[0], texts[1]
            case ast.Name(id=name) if name in MARKS and texts:
                yield MARKS[name], texts[0]
    for child in ast.iter_child_nodes(node):
        yield from _said(child, inside, path)


def _tabled() -> Iterator[Message]:
    """Yield the words of tables, which are translated where they are shown."""
    from palette_studio.core import names
    from palette_studio.core.craft import harmony, order
    from palette_studio.core.resources import sample_photos
    from palette_studio.ui import (
        actions,
        color_panel,
        contrast_words,
        key_map,
        start_page,
        theme,
        vision_commands,
    )
    from palette_studio.workbench import craft_edits

    for command in actions.COMMANDS:
        yield from (("Commands", text) for text in (command.text, command.tip))
    yield from (("Commands", text) for text in actions.MNEMONICS.values())
    yield from (("Commands", text) for pair in vision_commands.MISSING.values() for text in pair)
    yield from (("Commands", text) for _, *both in key_map.BY_HAND for text in both)
    yield from (("Contrast", text) for pair in contrast_words.VERDICTS.values() for text in pair)
    yield from (("Colors", entry.split()[0]) for entry in names.NAMES.split(","))
    yield from (("Samples", start_page.sample_name(path)) for path in sample_photos())
    yield from (("Themes", theme.load(name).name) for name in theme.THEMES)
    yield from (("Channels", channel.name) for space in color_panel.SPACES for channel in space.channels)
    yield from (("Steps", text) for text in (*craft_edits.SHUFFLES.values(), *harmony.HARMONIES, *order.KEYS))


def _quoted(text: str) -> str:
    """Return a literal that lupdate reads: its words as they are, in double quotes."""
    marks = {"\\": r"\\", '"': r"\"", "\n": r"\n"}
    return '"' + "".join(marks.get(sign, sign) for sign in text) + '"'


def _tool(name: str, *arguments: str) -> None:
    subprocess.run([Path(sys.executable).with_name(name), *arguments], check=True)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    list_errors(FOLDER)
    for language in LANGUAGES:
        update(language, FOLDER)
        release(language, source_of(language), FOLDER)
        unfinished = source_of(language).read_text(encoding="utf-8").count('type="unfinished"')
        print(f"{source_of(language).name}: {len(messages())} messages, {unfinished} unfinished")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
