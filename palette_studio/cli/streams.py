"""Files, stdin, stdout and stderr."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from palette_studio.core.tick import Tick, no_tick

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.files import ExportOptions
    from palette_studio.core.files.palette_io import PaletteFile
    from palette_studio.core.palette import Palette
    from palette_studio.core.photo import Photo

PIPE = "-"  # stdin or stdout in place of a file
READ_FROM = ("photo", "reference", "palette", "found", "edited")  # options that may be PIPE, and masks
BAR = 30  # characters
MODELS_MISSING = (
    "Learned methods need torch and safetensors, which are not installed. Get them with: "
    "pip install 'palette-studio[models]'"
)


def the_photo(name: str, options: argparse.Namespace) -> Photo:
    from palette_studio.core.files import read_photo, read_photo_bytes

    most = options.most_megapixels
    if name == PIPE:
        return read_photo_bytes(_stdin(), "The photo from stdin", most_megapixels=most)
    return read_photo(name, most_megapixels=most)


def the_palette(text: str) -> Palette:
    """Return the palette of a file, of stdin, or of colors written out; at most as many as a photo's has."""
    from palette_studio.core.palette import MOST

    return the_palette_file(text, MOST).palette


def the_palette_file(text: str, most: int, linear_gray: bool = False) -> PaletteFile:
    """Return the same with name, columns and notes. most: swatches. linear_gray: as for the reader."""
    from palette_studio.core.color_text import parse_colors
    from palette_studio.core.files import palette_io
    from palette_studio.core.palette import Palette

    if text == PIPE:
        data = _stdin(palette_io.MOST_BYTES + 1)
        return palette_io.parse_palette_file(
            data, "The palette from stdin", most=most, linear_gray=linear_gray
        )
    if Path(text).suffix.lower() in palette_io.SUFFIXES or os.path.lexists(text):
        return palette_io.read_palette_file(text, most=most, linear_gray=linear_gray)
    try:
        colors = parse_colors(text)
    except ValueError as error:
        raise ValueError(f"There is no palette file “{text}”, and it names no colors. {error}") from error
    if len(colors) > most:
        raise ValueError(f"{len(colors)} colors are too many; a palette holds at most {most}.")
    return palette_io.PaletteFile(Palette.from_colors(colors))


def the_mask(options: argparse.Namespace, photo: Photo) -> np.ndarray | None:
    """Return how much of a change each pixel gets, (h, w) uint8: what the mask pictures say, added up.

    None where there are none. A picture that is clear anywhere says it by its alpha, as ``segment`` writes
    masks and the window exports them; another one by its brightness.
    """
    import numpy as np

    if not options.mask:
        return None
    total = np.zeros(photo.pixels.shape[:2], np.uint16)
    for name in options.mask:
        mask = the_photo(name, options)
        if mask.pixels.shape[:2] != total.shape:
            raise ValueError(
                f"The mask {mask.name} is {mask.width} × {mask.height} pixels, the photo "
                f"{photo.width} × {photo.height}. Make the mask as large as the photo."
            )
        total = np.minimum(total + _shares(mask), 255).astype(np.uint16)
    return total.astype(np.uint8)


def _shares(mask: Photo) -> np.ndarray:
    import numpy as np

    from palette_studio.core.tiles import to_8_bit

    pixels = to_8_bit(mask.pixels)
    if pixels.shape[2] == 4 and (pixels[..., 3] < 255).any():
        return pixels[..., 3]
    luma = pixels[..., :3].astype(np.uint32) @ np.array([299, 587, 114], np.uint32)  # BT.601
    return (luma + 500) // 1000


def write(pixels: np.ndarray, photo: Photo, export: ExportOptions, options: argparse.Namespace) -> None:
    from palette_studio.core.files import encode_photo, write_photo

    unchanged = pixels is photo.pixels
    with Progress(options, "Writing") as tick:
        if options.output == PIPE:
            data = encode_photo(pixels, photo, export, unchanged=unchanged, tick=tick)
        else:
            write_photo(options.output, pixels, photo, export, unchanged=unchanged, tick=tick)
            return
    deliver(data, photo, options)


def deliver(data: bytes, photo: Photo, options: argparse.Namespace) -> None:
    from palette_studio.core.files.atomic import write_atomically

    if options.output == PIPE:
        put(data)
    else:
        write_atomically(options.output, data)


def put(data: bytes | str) -> None:
    """Write to stdout, at once: bytes as they are, whatever the locale; words as far as it can show them.

    BrokenPipeError, a reader that has seen enough, goes through; other failures are FileErrors.
    """
    from palette_studio.core.files.error import FileError

    if sys.stdout is None:
        raise FileError("The result has nowhere to go: stdout is closed. Open it, or name a file with -o.")
    if isinstance(data, str):
        data = data.encode(sys.stdout.encoding, "replace")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        _let_go()
        if isinstance(error, BrokenPipeError):
            raise
        raise FileError(
            f"The result could not be written to stdout; the system says: {error.strerror or error}. "
            "Send it to a file on a disk with room."
        ) from error


def _let_go() -> None:
    """Have stdout lead nowhere: what could not be written is kept, and tried once more when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def check_output(options: argparse.Namespace) -> None:
    """Raise ValueError, before any work, when the result could not or must not be written where it shall."""
    from palette_studio.core.files.atomic import check_target

    if options.output == PIPE:
        return
    if not options.force and os.path.lexists(options.output):
        raise ValueError(f"{options.output} exists. Choose another name, or add --force to replace it.")
    check_target(Path(options.output))


def check_input(options: argparse.Namespace) -> None:
    """End as wrong usage where two things are to come from stdin."""
    given = [getattr(options, name, None) for name in READ_FROM] + (getattr(options, "mask", None) or [])
    if given.count(PIPE) > 1:
        usage("stdin (-) can be read only once; name a file for the others")


def _stdin(most: int = -1) -> bytes:
    """Return what stdin holds, at most so many bytes if ``most`` is not negative."""
    if sys.stdin is None:
        raise ValueError("There is nothing to read: stdin is closed. Name a file in place of -.")
    return sys.stdin.buffer.read(most)


def say(options: argparse.Namespace, text: str) -> None:
    if not options.quiet:
        complain(text)


def complain(text: str) -> None:
    """Print one line on stderr; what a terminal would obey (names may hold it) becomes question signs."""
    if sys.stderr is not None:  # print would turn to stdout
        line = "".join(sign if sign.isprintable() else "?" for sign in text)
        print(f"palette-studio: {line}", file=sys.stderr)


class Progress:
    """A line on stderr while work is under way, where a person is looking."""

    def __init__(self, options: argparse.Namespace, text: str) -> None:
        self._shows = sys.stderr is not None and sys.stderr.isatty() and not options.quiet
        self._text, self._steps = text, -1

    def __enter__(self) -> Tick:
        return self._tick if self._shows else no_tick

    def _tick(self, fraction: float, partial: object = None) -> None:
        steps = int(fraction * BAR)
        if steps != self._steps:
            self._steps = steps
            print(f"\r{self._text} [{'=' * steps:{BAR}}]", end="", file=sys.stderr, flush=True)

    def __exit__(self, *error: object) -> None:
        if self._steps >= 0:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def usage(text: str) -> NoReturn:
    complain(text)
    raise SystemExit(2)


def join_learned(weights: str | None) -> None:
    """Have the learned methods of transfer to choose from. weights: a file of hue-net's, or None for ours."""
    try:
        from palette_studio.nets.painting import join
    except ImportError as error:
        raise ValueError(MODELS_MISSING) from error
    join(Path(weights) if weights else None)
