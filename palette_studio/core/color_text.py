"""Colors written as text: hex, CSS names and functions, three numbers."""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Callable, Sequence

import numpy as np

from palette_studio.core import color
from palette_studio.core.palette import Rgb, hex_of

ACCEPTED = "Write #rrggbb, #rgb, a CSS name such as teal, a function such as hsl(200 50% 40%), or r, g, b."
MOST_TEXT = 1 << 20  # characters looked at for colors
# CSS Color 4: lab() and lch() are under D50; this is Bradford's way to the D65 of sRGB (section 17).
D50 = np.array([0.3457 / 0.3585, 1.0, (1 - 0.3457 - 0.3585) / 0.3585])
D50_TO_D65 = np.array(
    [
        [0.955473421488075, -0.02309845494876471, 0.06325924320057072],
        [-0.0283697093338637, 1.0099953980813041, 0.021041441191917323],
        [0.012314014864481998, -0.020507649298898964, 1.330365926242124],
    ]
)
WIDE = ("lab", "lch", "oklab", "oklch")  # functions that can name colors outside sRGB
_HEX = re.compile(r"#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_FUNCTION = re.compile(r"(rgba?|hsla?|hwb|lab|lch|oklab|oklch)\s*\(([^()]{1,200})\)", re.IGNORECASE)
_NUMBER = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?)(%|deg|rad|grad|turn)?", re.IGNORECASE)
_TURNS = {"deg": 1.0, "rad": 180 / math.pi, "grad": 0.9, "turn": 360.0}
_TRIPLE = re.compile(r"\(?\s*(\d{1,9})\s*[,;\s]\s*(\d{1,9})\s*[,;\s]\s*(\d{1,9})\s*\)?")
_LINE = re.compile(r"\s*(\d{1,3})[,;\s]\s*(\d{1,3})[,;\s]\s*(\d{1,3})(?:[,;\s].*)?")
_ANYWHERE = re.compile(
    _FUNCTION.pattern + r"|(?<![\w#])(#[0-9a-f]{3,8}|[0-9a-f]{6})(?!\w)",
    re.IGNORECASE,
)


def parse_color(text: str) -> Rgb:
    """Return the sRGB color that the text names; alpha is read and ignored.

    #rgb, #rgba, #rrggbb, #rrggbbaa, each also without "#"; CSS names; rgb(), rgba(), hsl(), hsla(), hwb(),
    lab(), lch(), oklab() and oklch() of CSS Color 4; three numbers 0..255. A color outside sRGB loses chroma
    in OKLCH until it fits; numbers of rgb() and percentages outside their range are clipped, as in CSS.
    Raises ValueError, with what was read and what is accepted, for other text.
    """
    stripped = text.strip().rstrip(";").strip()
    if not stripped:
        raise ValueError(f"There is no color in an empty text. {ACCEPTED}")
    if match := _HEX.fullmatch(stripped):
        return _from_hex(match[1])
    if match := _TRIPLE.fullmatch(stripped):
        return _from_triple(stripped, [int(value) for value in match.groups()])
    if match := _FUNCTION.fullmatch(stripped):
        return _from_function(match[0], match[1].lower(), match[2])
    named = _css_names().get(stripped.lower())
    if named is None:
        raise ValueError(f"“{_short(stripped)}” is no color. {ACCEPTED}")
    return _from_hex(named[1:])


def unbounded_color(text: str) -> np.ndarray:
    """Return (3,) sRGB of the color that the text names, outside 0..1 where it lies outside sRGB.

    Only lab(), lch(), oklab() and oklch() can name such a color; all others are as ``parse_color`` has them.
    Raises ValueError as that does.
    """
    stripped = text.strip().rstrip(";").strip()
    match = _FUNCTION.fullmatch(stripped)
    if match and match[1].lower() in WIDE:
        return _of_function(match[0], match[1].lower(), match[2])
    return np.array(parse_color(text)) / 255


def parse_colors(text: str) -> list[Rgb]:
    """Return the colors in a text, in order: one color, a list of them, or any text that has some.

    A list is parted by commas, semicolons or white space. Of other text, hex colors, CSS functions and lines
    that begin with three numbers count; names do not, since "tan" and "red" are also words.
    Raises ValueError when there are none.
    """
    if len(text) > MOST_TEXT:
        raise ValueError(f"The text has {len(text)} characters; colors are looked for in up to {MOST_TEXT}.")
    for read in (lambda: [parse_color(text)], lambda: _list_of(text)):
        with contextlib.suppress(ValueError):
            if found := read():
                return found
    found = [found for line in text.splitlines() for found in _in_line(line)]
    if not found:
        raise ValueError(f"There is no color in “{_short(text.strip())}”. {ACCEPTED}")
    return found


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _css_names() -> dict[str, str]:
    from PIL.ImageColor import colormap  # the 148 names of CSS Color 4

    # Pillow puts a tuple in place of the text once it has looked a name up
    return {name: value if isinstance(value, str) else hex_of(value) for name, value in colormap.items()}


def _from_hex(digits: str) -> Rgb:
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _from_triple(text: str, values: Sequence[int]) -> Rgb:
    if max(values) > 255:
        raise ValueError(f"“{_short(text)}” has {max(values)}; red, green and blue are 0 to 255.")
    return values[0], values[1], values[2]


def _list_of(text: str) -> list[Rgb]:
    """Return the colors of a list in which every part is one."""
    outside = re.sub(r"\(([^()]*)\)", lambda match: "(" + re.sub(r"[,;\s]+", "\0", match[1]) + ")", text)
    parts = [part.replace("\0", " ") for part in re.split(r"[,;\s]+", outside) if part]
    return [parse_color(part) for part in parts]


def _in_line(line: str) -> list[Rgb]:
    triple = _LINE.fullmatch(line)
    if triple and max(int(value) for value in triple.groups()) <= 255:
        return [_from_triple(line, [int(value) for value in triple.groups()])]
    found = []
    for match in _ANYWHERE.finditer(line):
        try:
            found.append(parse_color(match[0]))
        except ValueError:  # "#12345", "rgb(see below)": no color, though it looked like one
            continue
    return found


def _from_function(whole: str, name: str, inside: str) -> Rgb:
    srgb = _of_function(whole, name, inside)
    srgb = np.clip(_in_srgb(srgb) if name in WIDE else srgb, 0, 1)
    r, g, b = (int(v) for v in np.floor(srgb * 255 + 0.5 + 1e-6))  # halves go up, as in browsers
    return r, g, b


def _of_function(whole: str, name: str, inside: str) -> np.ndarray:
    """Return the sRGB of a function's numbers, unclipped."""
    colors, _, alpha = inside.partition("/")
    words = [word for word in re.split(r"[,\s]+", colors.strip()) if word]
    if len(words) == 4 and not alpha:
        words, alpha = words[:3], words[3]  # rgba(r, g, b, a)
    if len(words) != 3:
        raise ValueError(f"“{_short(whole)}” has {len(words)} numbers; {name}() has 3, and maybe / alpha.")
    scales, convert = _FUNCTIONS[name.removesuffix("a") if name in ("rgba", "hsla") else name]
    values = [_number(whole, word, scale) for word, scale in zip(words, scales, strict=True)]
    if alpha:
        _number(whole, alpha.strip(), 1.0)
    return convert(np.array(values))


def _number(whole: str, word: str, percent: float | None) -> float:
    """Return one value. percent: what 100 % means; None for a hue, which may have a unit of angle."""
    if word.lower() == "none":
        return 0.0
    match = _NUMBER.fullmatch(word)
    unit = (match[2] or "").lower() if match else ""
    if match is None or (unit == "%") != (unit != "" and percent is not None):
        raise ValueError(f"“{_short(whole)}” cannot be read: “{_short(word)}” is no number here. {ACCEPTED}")
    value = float(match[1])
    if not math.isfinite(value) or abs(value) > 1e6:
        raise ValueError(f"“{_short(whole)}” cannot be read: {word} is too large. {ACCEPTED}")
    if unit == "%":
        return value / 100 * (percent or 0.0)
    return value * _TURNS.get(unit, 1.0)


def _rgb(values: np.ndarray) -> np.ndarray:
    return values / 255


def _hsl(values: np.ndarray) -> np.ndarray:
    saturation, lightness = np.clip(values[1:] / 100, 0, 1)
    return color.hsl_to_srgb([values[0] % 360, saturation, lightness])


def _hwb(values: np.ndarray) -> np.ndarray:
    """CSS Color 4, section 8: white and black mixed into a pure hue; too much of both is gray."""
    white, black = np.maximum(values[1:] / 100, 0)
    if white + black >= 1:
        return np.full(3, white / (white + black))
    return color.hsv_to_srgb([values[0] % 360, 1.0, 1.0]) * (1 - white - black) + white


def _lab(values: np.ndarray) -> np.ndarray:
    lab = np.array([np.clip(values[0], 0, 100), *values[1:]])
    xyz = color.lab_to_xyz(lab) / color.WHITE * D50 @ D50_TO_D65.T
    return color.linear_to_srgb(color.xyz_to_linear(xyz))


def _lch(values: np.ndarray) -> np.ndarray:
    return _lab(color.from_polar([values[0], max(values[1], 0), values[2]]))


def _oklab(values: np.ndarray) -> np.ndarray:
    return color.oklab_to_srgb([np.clip(values[0], 0, 1), *values[1:]])


def _oklch(values: np.ndarray) -> np.ndarray:
    return _oklab(color.from_polar([values[0], max(values[1], 0), values[2]]))


def _in_srgb(srgb: np.ndarray) -> np.ndarray:
    """Return the color, with as much of its OKLCH chroma as sRGB holds at its lightness and hue."""
    if _fits(srgb):
        return srgb
    lightness, chroma, hue_deg = color.srgb_to_oklch(srgb)
    if not 0 < lightness < 1:
        return np.full(3, float(lightness >= 1))
    inside, outside = 0.0, float(chroma)
    for _ in range(20):
        middle = (inside + outside) / 2
        fits = _fits(color.oklch_to_srgb([lightness, middle, hue_deg]))
        inside, outside = (middle, outside) if fits else (inside, middle)
    return color.oklch_to_srgb([lightness, inside, hue_deg])


def _fits(srgb: np.ndarray) -> bool:
    return bool(np.all((srgb >= -5e-4) & (srgb <= 1 + 5e-4)))


Scales = tuple[float | None, float | None, float | None]
_FUNCTIONS: dict[str, tuple[Scales, Callable[[np.ndarray], np.ndarray]]] = {  # what 100 % means, and the way
    "rgb": ((255, 255, 255), _rgb),
    "hsl": ((None, 100, 100), _hsl),
    "hwb": ((None, 100, 100), _hwb),
    "lab": ((100, 125, 125), _lab),
    "lch": ((100, 150, None), _lch),
    "oklab": ((1, 0.4, 0.4), _oklab),
    "oklch": ((1, 0.4, None), _oklch),
}
