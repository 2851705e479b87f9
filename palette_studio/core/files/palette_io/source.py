"""The bytes of a palette file as formats look at them: as text, or from the front by a cursor."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cached_property

MOST_TEXT = 4 << 20  # bytes of text; a palette of 65,536 named colors is half of this
MOST_READINGS = 600_000  # four or so for each of 65,536 colors
HEAD = 4096  # bytes looked at to tell formats
_CONTROL = {*range(32)} - {*b"\t\n\r\f\x1a"}  # 0x1A ends texts of DOS


class UnreadableError(ValueError):
    """The file is not damaged, but nothing for us. The message goes on after the file's name."""


@dataclass(frozen=True)
class Source:
    """A file. suffix: the extension in lower case, which counts where content could be several formats.

    linear_gray: gray inks of swatch files are linear light, and not sRGB.
    """

    data: bytes
    suffix: str = ""
    linear_gray: bool = False

    @cached_property
    def head(self) -> str:
        """The first characters, without byte order mark and leading blanks."""
        return _decoded(self.data[:HEAD], "replace").lstrip()

    @cached_property
    def is_text(self) -> bool:
        return not _CONTROL & set(self.data[:HEAD]) or self.data[:2] in (b"\xff\xfe", b"\xfe\xff")

    @cached_property
    def text(self) -> str:
        """The whole with plain line ends; what is no UTF-8 is taken for Latin-1.

        Raises UnreadableError when it is longer than any palette.
        """
        self._check_length()
        try:
            text = _decoded(self.data, "strict")
        except UnicodeDecodeError:
            text = self.data.decode("latin-1")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def check_text(self) -> None:
        """Raise UnreadableError for a text that is longer than any palette."""
        if self.is_text:
            self._check_length()

    def _check_length(self) -> None:
        if len(self.data) > MOST_TEXT:
            raise UnreadableError(f"has more than {MOST_TEXT >> 20} MB of text; no palette is so large.")

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def starts(self, *words: str) -> bool:
        """Return whether the text begins with one of the words."""
        return self.head.startswith(words)


def _decoded(data: bytes, errors: str) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors)
    return data.decode("utf-8-sig", errors)


class Cursor:
    """Reads numbers and texts from the front of bytes. order: ">" big endian, "<" little endian.

    Every reading raises ValueError, with the place, when the bytes end before it, and UnreadableError after
    MOST_READINGS of them, so that millions of empty parts do not take minutes.
    """

    def __init__(self, data: bytes, order: str, at: int = 0) -> None:
        self.data, self.order, self.at = data, order, at
        self._readings = 0

    @property
    def left(self) -> int:
        return len(self.data) - self.at

    def take(self, size: int, what: str) -> bytes:
        if size > self.left:
            raise ValueError(
                f"it ends at byte {len(self.data)}, where {size} bytes of {what} from byte {self.at} on "
                "should be"
            )
        self._readings += 1
        if self._readings > MOST_READINGS:
            raise UnreadableError(
                f"has more than {MOST_READINGS:,} parts up to byte {self.at}; no palette is so large."
            )
        self.at += size
        return self.data[self.at - size : self.at]

    def numbers(self, kinds: str, what: str) -> tuple[int, ...]:
        """kinds: letters of ``struct``, whole numbers alone."""
        return struct.unpack(self.order + kinds, self.take(struct.calcsize(self.order + kinds), what))

    def floats(self, count: int, what: str) -> tuple[float, ...]:
        """Return single-precision numbers, which may be infinite or NaN."""
        return struct.unpack(f"{self.order}{count}f", self.take(4 * count, what))

    def number(self, kind: str, what: str) -> int:
        return self.numbers(kind, what)[0]

    def wide_text(self, count: int, what: str) -> str:
        """Return ``count`` units of UTF-16 without the closing zero; what is no text becomes U+FFFD."""
        codec = "utf-16-be" if self.order == ">" else "utf-16-le"
        return self.take(2 * count, what).decode(codec, "replace").split("\0")[0]
