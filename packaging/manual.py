"""The manual page, written from the grammar of the command line: it cannot tell of what is not there."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from parts import ROOT, VERSION

HEAD = """\
.TH PALETTE\\-STUDIO 1 "{month}" "Palette Studio {version}" "User Commands"
.SH NAME
palette\\-studio \\- recolor photos by dragging the colors of their palette
.SH SYNOPSIS
.B palette\\-studio
.RI [ PHOTO " | " PROJECT " | " VIDEO " | " FOLDER ]
.br
.B palette\\-studio
.I COMMAND
.RI [ OPTION ]...
.SH DESCRIPTION
Without a command the window opens, on the photo that is named. Commands do what the window does, without a
display, and give the same pixels. Data goes to standard output, words to standard error; \\- is standard
input or output. Nothing that exists is overwritten without
.BR \\-\\-force .
.SH COMMANDS
"""
TAIL = """\
.SH EXIT STATUS
0 done, 1 failed, 2 usage, 130 interrupted.
.SH ENVIRONMENT
.TP
.B PALETTE_STUDIO_HOME
One folder for settings, caches, recovery and logs.
.TP
.B PALETTE_STUDIO_AUTOSAVE_S
Seconds after which edits are kept for recovery.
.SH FILES
.TP
.I NAME.palettestudio
A project, or a recipe, which is a project without a photo: JSON text.
"""


def page() -> str:
    """Return the page as roff."""
    sys.path.insert(0, str(ROOT))
    from palette_studio.cli.grammar import parser

    months = date.today().strftime("%B %Y")
    top = parser()
    commands = next(one for one in top._actions if isinstance(one, argparse._SubParsersAction))
    text = HEAD.format(month=months, version=VERSION)
    for name, command in commands.choices.items():
        text += "".join(_told(name, command))
    return text + TAIL


def _told(name: str, command: argparse.ArgumentParser) -> list[str]:
    lines = [f'.SS "palette\\-studio {_plain(name)}"\n', f"{_plain(_sentence(command.description or ''))}\n"]
    for option in command._actions:
        if isinstance(option, argparse._SubParsersAction):
            for inner, parser in option.choices.items():
                lines += _told(f"{name} {inner}", parser)
        elif option.help != argparse.SUPPRESS and not isinstance(option, argparse._HelpAction):
            lines += [f".TP\n.B {_plain(_written(option))}\n", f"{_plain(_sentence(_help(option)))}\n"]
    return lines


def _written(option: argparse.Action) -> str:
    """Return an option with what it takes, as it is typed."""
    named = ", ".join(option.option_strings)
    if option.nargs == 0:
        return named
    choices = "|".join(str(one) for one in option.choices or ())
    metavar = option.metavar if isinstance(option.metavar, str) else None
    taken = metavar or choices or option.dest.upper()
    return f"{named} {taken}".strip()


def _help(option: argparse.Action) -> str:
    return (option.help or "") % {**vars(option), "prog": "palette-studio"} if option.help else ""


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", ":")) or not text else ".")


def _plain(text: str) -> str:
    """Return a text in which nothing means anything to roff."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text.startswith((".", "'")) else text


if __name__ == "__main__":
    print(page(), end="")
