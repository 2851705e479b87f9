"""CSS custom properties, and any style sheet that has colors.

Where a sheet has variables (--name, $name, @name) that are colors, these are its palette; else each color
of its declarations, once. Comments, texts and url() hold none. We write ``--coal: #1e1e1e; /* Coal */``:
the comment tells the name, which a variable can only spell in letters, digits and "-".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from palette_studio.core.files.palette_io.colors import (
    MOST_WRITTEN,
    Colors,
    Keeps,
    PaletteFile,
    one_line,
    quoted,
)
from palette_studio.core.files.palette_io.source import Source, UnreadableError
from palette_studio.core.palette import Rgb

TITLE, PROGRAMS = "CSS", "web browsers"
SUFFIXES = (".css",)
KEEPS = Keeps(names=True, alpha="yes", title=True, most=MOST_WRITTEN)
LONGEST_COLOR = 250  # characters
MOST_SHEET = 2 << 20  # characters of a style sheet; those of large frameworks are an eighth of it
_VARIABLE = re.compile(r"(?:--|[$@])([\w-]+)")
_HIDDEN = re.compile(  # what may look like a color and is none
    r"/\*(?:[^*]|\*(?!/))*+(?:\*/)?|\"(?:[^\"\\\n]|\\.)*+\"?|'(?:[^'\\\n]|\\.)*+'?|url\([^)\"'\n]*+\)?"
)
_LINE_COMMENT = re.compile(r"(?<!:)//[^\n]*")
_NAME = re.compile(r"[ \t]*/\*(.*?)\*/")
_TITLE = re.compile(r"\s*/\*(.*?)\*/")
_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_VALUE = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\([^()]{1,200}\)", re.IGNORECASE
)
_OURS = "Palette: "


def fits(source: Source) -> bool:
    """By its extension, or a declaration of a variable near the beginning."""
    if not source.is_text:
        return False
    if source.suffix in (".css", ".scss", ".less"):
        return True
    return re.search(r"(?m)^\s*(?:--|\$)[\w-]+\s*:|^\s*:root\s*\{", source.head) is not None


def read(source: Source) -> Colors:
    """Return the colors of variables, or of all declarations. Texts that are no color are passed over."""
    text, colors = source.text, Colors()
    if len(text) > MOST_SHEET:
        raise UnreadableError(
            f"is a style sheet of more than {MOST_SHEET >> 20} MB. Take its colors out first."
        )
    if (title := _TITLE.match(text)) and title[1].strip().startswith(_OURS):
        colors.name = title[1].strip().removeprefix(_OURS)
    variables = 0
    for name, value, after in _declarations(text):
        variable = _VARIABLE.fullmatch(name)
        color = _color(value) if variable else None
        if variable and color:
            variables += 1
            colors.add(color[0], _name(variable[1][:200], after, len(colors.swatches) + 1), color[1])
    if not variables:
        for color in dict.fromkeys(color for _, value, _ in _declarations(text) for color in _inside(value)):
            colors.add(color[0], alpha=color[1])
        colors.note("It has no variables that are colors; the colors of its rules are read, each once.")
    return colors


def _declarations(text: str) -> Iterator[tuple[str, str, str]]:
    """Return name, value and the comment behind. Linear in time, whatever the text."""
    visible = _LINE_COMMENT.sub(_blank, _HIDDEN.sub(_blank, text))
    at = 0
    for end in re.finditer(r"[;{}]|\Z", visible):
        piece, at_next = visible[at : end.start()], end.end()
        name, colon, value = piece.partition(":")
        if colon and end[0] != "{":
            comment = _NAME.match(text, at_next, at_next + 200)
            yield name.strip(), value.strip(), comment[1].strip() if comment else ""
        at = at_next


def _inside(value: str) -> list[tuple[Rgb, int]]:
    """Return the color that a value is, or all in it that are hex or functions: names may be other words."""
    if whole := _color(value):
        return [whole]
    return [color for match in _VALUE.finditer(value) if (color := _color(match[0]))]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _color(value: str) -> tuple[Rgb, int] | None:
    """Return a color and its alpha, None for a value that is none."""
    value = value.removesuffix("!default").removesuffix("!important").strip()
    name = value.isalpha() and not _HEX.fullmatch("#" + value)  # "add" is a word here, and no #add
    if len(value) > LONGEST_COLOR or not (name or value.startswith("#") or value.endswith(")")):
        return None
    try:
        return color_and_alpha(value)
    except ValueError:
        return None


def color_and_alpha(text: str) -> tuple[Rgb, int]:
    """Return the color and the alpha, 0..255, of hex, a CSS function or name. Raises ValueError."""
    from palette_studio.core.color_text import parse_color

    if len(text) > LONGEST_COLOR:
        raise ValueError(f"{quoted(text)} is no color")
    digits = text.strip().removeprefix("#")
    if _HEX.fullmatch("#" + digits):
        digits = digits if len(digits) > 4 else "".join(2 * digit for digit in digits)
        r, g, b, alpha = bytes.fromhex(digits.ljust(8, "f"))
        return (r, g, b), alpha
    return parse_color(text), _alpha(text)


def _alpha(value: str) -> int:
    """Return the alpha of a CSS function, 255 where it has none."""
    words = [word for word in re.split(r"[,\s/]+", value.partition("(")[2].rstrip("); ")) if word]
    if len(words) != 4 or not re.fullmatch(r"[0-9.]{1,20}%?", words[3]):
        return 255
    try:
        share = float(words[3].removesuffix("%")) / (100 if words[3].endswith("%") else 1)
    except ValueError:
        return 255
    return int(min(share, 1.0) * 255 + 0.5)


def _name(variable: str, comment: str, number: int) -> str:
    """Return the comment where we wrote it, "" where we numbered, else the variable's own name."""
    if comment and _stem(variable) == _stem(slug(comment)):
        return comment
    return "" if variable.rstrip("-") == f"color-{number}" and not comment else variable


def _stem(variable: str) -> str:
    return re.sub(r"(?:-\d+)*-*$", "", variable)


def slug(name: str) -> str:
    """Return the name as a variable can spell it: letters and digits in lower case, "-" for the rest."""
    word = "-".join(re.findall(r"\w+", name.lower().replace("_", "-")))
    return f"color-{word}".rstrip("-") if not word or word[0].isdigit() else word


def declarations(file: PaletteFile, sign: str) -> list[str]:
    """Return a line for each swatch, whose variable begins with the sign."""
    lines, taken = [], set()
    for number, swatch in enumerate(file.palette.swatches, start=1):
        name = one_line(swatch.name).replace("*/", "∗/")  # which would end the comment
        variable = slug(name) if name else f"color-{number}"
        if name and variable in taken:
            variable = f"{variable}-{number}"
        while variable in taken:
            variable += "-"
        taken.add(variable)
        alpha = f"{swatch.alpha:02x}" if swatch.alpha < 255 else ""
        told = name == variable and name != f"color-{number}"  # by the variable alone
        comment = f" /* {name} */" if name and not told else ""
        lines.append(f"{sign}{variable}: {swatch.hex.lower()}{alpha};{comment}\n")
    return lines


def heading(file: PaletteFile) -> str:
    return f"/* {_OURS}{one_line(file.name).replace('*/', '∗/')} */\n"


def write(file: PaletteFile) -> bytes:
    lines = "".join(f"  {line}" for line in declarations(file, "--"))
    return f"{heading(file)}:root {{\n{lines}}}\n".encode()
