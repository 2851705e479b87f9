"""What comes out of a palette file: its colors, what belongs to them, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from palette_studio.core.files.palette_io.source import UnreadableError
from palette_studio.core.palette import Palette, Rgb, Swatch

MOST_READ = 65_536  # swatches read from a file; as many as ACO, ASE and RIFF can count
MOST_WRITTEN = 8192  # where a color takes hundreds of bytes: what we write stays within what we read
MOST_COLUMNS = 4096  # of a palette's grid; Krita's limit
LONGEST_NAME = 100  # characters kept
MOST_NOTES = 8  # of each kind: who reads more?


@dataclass(frozen=True)
class PaletteFile:
    """A palette as a file has it.

    name: the palette's own, "" where the file has none. columns: of the grid it is shown in, None if not
    said. notes: sentences on what was skipped, clipped or guessed. format: a key of FORMATS.
    """

    palette: Palette
    name: str = ""
    columns: int | None = None
    notes: tuple[str, ...] = ()
    format: str = ""


@dataclass(frozen=True)
class Keeps:
    """What a format holds beside colors.

    alpha: "no", "one clear color" or "yes". title: the palette's own name. most: swatches, None for any.
    gathers: swatches of one group come together. locks: and coverage.
    """

    names: bool = False
    groups: bool = False
    alpha: str = "no"
    spot: bool = False
    title: bool = False
    columns: bool = False
    most: int | None = None
    gathers: bool = False
    locks: bool = False


class Colors:
    """Swatches as they are read, and notes. Raises UnreadableError above MOST_READ swatches."""

    def __init__(self) -> None:
        self.swatches: list[Swatch] = []
        self.name = ""
        self.columns: int | None = None
        self._notes: list[str] = []
        self._skipped: Counter[str] = Counter()
        self._clipped = 0

    def add(self, color: Rgb, name: str = "", alpha: int = 255, spot: bool = False, group: str = "") -> None:
        """Take in one color. Values are 0..255; names may be anything."""
        self.take(Swatch(color, name, alpha=alpha, spot=spot, group=group))

    def take(self, swatch: Swatch) -> None:
        """Take in one swatch, whose names may be anything."""
        if len(self.swatches) == MOST_READ:
            raise UnreadableError(f"has more than {MOST_READ:,} colors. Take some out first.")
        name, group = cleaned(swatch.name), cleaned(swatch.group)
        if (name, group) != (swatch.name, swatch.group):
            swatch = replace(swatch, name=name, group=group)
        self.swatches.append(swatch)

    def add_srgb(
        self, srgb: Sequence[float], name: str = "", alpha: float = 1.0, spot: bool = False, group: str = ""
    ) -> None:
        """Take in one color of floats 0..1; what lies outside is clipped, and noted."""
        r, g, b = (min(max(value, 0.0), 1.0) for value in srgb)
        self._clipped += any(value < -0.002 or value > 1.002 for value in srgb)  # half an 8-bit step
        color = int(r * 255 + 0.5), int(g * 255 + 0.5), int(b * 255 + 0.5)
        self.add(color, name, int(min(max(alpha, 0.0), 1.0) * 255 + 0.5), spot, group)

    def skip(self, why: str) -> None:
        """Count one color left out; why: goes on after "was skipped: "."""
        known = why in self._skipped or len(self._skipped) < MOST_NOTES
        self._skipped[why if known else "and for other reasons"] += 1

    def note(self, text: str) -> None:
        """Keep one sentence for the reader, once."""
        if text not in self._notes and len(self._notes) < MOST_NOTES:
            self._notes.append(text)

    def taken(self, format: str) -> PaletteFile:
        notes = [*self._notes]
        notes += [f"{counted(count, 'color')} skipped: {why}." for why, count in self._skipped.items()]
        if self._clipped:
            notes.append(f"{counted(self._clipped, 'color')} outside sRGB, clipped to it.")
        name = cleaned(self.name).strip()
        return PaletteFile(Palette(tuple(self.swatches)), name, self.columns, tuple(notes), format)


def counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"


def cleaned(name: str) -> str:
    """Return the name without what a terminal or a window would obey, cut to LONGEST_NAME characters."""
    name = name[:LONGEST_NAME]
    return name if name.isprintable() else "".join(sign if sign.isprintable() else " " for sign in name)


def one_line(text: str) -> str:
    """Return the text with every run of blanks and signs that do not print as one blank."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def quoted(text: str) -> str:
    """Return a piece of a file for a message."""
    return f"“{one_line(text[:80])[:40]}”"
