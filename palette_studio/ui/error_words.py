"""What core, nets and workbench say when something fails, in the language of the window.

They know no language, and their errors are plain English. Here the template is found that such a text was
made from, by what stands between its gaps. Its words are translated, and what is in a gap where that is words
too. packaging/error_templates.py reads the templates from the code.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, cached_property

from PySide6.QtCore import QCoreApplication, QLocale

from palette_studio.core.files.error import told
from palette_studio.core.resources import resource

GAP = re.compile(r"%([1-9])")
AND = "%1 and %2"  # joins lists
KNOWN = "nothing"  # every language has it
OPEN = {"d": r"(-?\d[\w.,]*)", "last": r"((?:(?!\. ).)*?)"}  # what a gap may hold; others hold anything


@dataclass(frozen=True)
class Template:
    """A text with gaps. kinds: one letter for each gap, as packaging/error_templates.py has them."""

    text: str
    kinds: str

    @cached_property
    def pieces(self) -> list[str]:
        return GAP.split(self.text)[::2]

    @cached_property
    def longest(self) -> str:
        return max(self.pieces, key=len)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What the texts made from it look like. Words before its last stop are no end of a sentence."""
        kinds = list(self.kinds)
        if self.pieces[-1] == "." and kinds[-1] == "w":
            kinds[-1] = "last"
        gaps = [OPEN.get(kind, "(.*?)") for kind in kinds]
        parts = [re.escape(piece) + gap for piece, gap in zip(self.pieces, [*gaps, ""], strict=True)]
        return re.compile("".join(parts), re.DOTALL)


def error_words(text: str) -> str:
    """Return an English message of core, nets or workbench in the language of the window.

    What is no such message stays as it is; so does everything in English.
    """
    if _translated(KNOWN) == KNOWN:
        return text
    return "\n".join(map(_in_other_words, text.split("\n")))


def words_of(error: Exception) -> str:
    """Return what an error says, in the language of the window."""
    return error_words(told(error))


def _in_other_words(text: str) -> str:
    """Return a message, or several in a row, translated as far as they are known."""
    if (whole := _whole(text)) is not None:
        return whole
    for end in re.finditer(r"(?<=[.?!]) ", text):
        if (first := _whole(text[: end.start()])) is not None:
            return f"{first} {_in_other_words(text[end.end() :])}"
    return text


def _whole(text: str) -> str | None:
    """Return one message translated, None where no template fits; the one that says most comes first."""
    for template in _templates():
        if template.longest in text and (found := template.pattern.fullmatch(text)):
            gaps = zip(template.kinds, found.groups(), strict=True)
            return _filled(template.text, [_part(kind, part) for kind, part in gaps])
    return None


def _part(kind: str, text: str) -> str:
    """Return what stands in a gap of a kind."""
    if kind == "w":
        return _clause(text)
    if kind == "l":
        *most, last = re.split(r", | and ", text)
        return _filled(AND, [", ".join(most), last]) if most else last
    if kind == "d":
        local = QLocale()
        return text.translate({ord(","): local.groupSeparator(), ord("."): local.decimalPoint()})
    return text


def _filled(text: str, parts: list[str]) -> str:
    return GAP.sub(lambda gap: parts[int(gap[1]) - 1], _translated(text))


def _clause(text: str) -> str:
    """Return a part of a message translated; it may have lost its stop there."""
    if (whole := _whole(text)) is None and (whole := _whole(text + ".")) is not None:
        return whole.removesuffix(".")
    return whole or _in_other_words(text)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Errors", text)


@cache
def _templates() -> tuple[Template, ...]:
    """Return all templates, those with the most letters between their gaps first; read when first needed."""
    kept = json.loads((resource("translations") / "errors.json").read_text(encoding="utf-8"))
    known = [Template(text, kinds) for text, kinds in kept.items() if text != AND]
    return tuple(sorted(known, key=lambda one: -sum(map(len, one.pieces))))
