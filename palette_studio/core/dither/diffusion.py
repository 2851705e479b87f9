"""Error diffusion: each pixel hands its error on to those not yet visited."""

from __future__ import annotations

from functools import partial

import numpy as np

from palette_studio.core.dither.options import Options
from palette_studio.core.dither.scale import Scale
from palette_studio.core.tick import Tick
from palette_studio.core.tiles import each_block

BAND = 1 << 16  # pixels between ticks: some 2 ms
TILE_ROWS, TILE_COLUMNS, MOST_ACROSS = 64, 256, 12  # columns: the least; tiles side by side: the most

# Shares of the error by row; the pixel itself stands at x. What does not sum to 1 is let go (Atkinson).
KERNELS = {
    "floyd-steinberg": (16, "x 7", "3 5 1"),  # Floyd & Steinberg 1976
    "atkinson": (8, "x 1 1", "1 1 1", "0 1 0"),  # Bill Atkinson, Macintosh, 1984
    "jarvis": (48, "x 7 5", "3 5 7 5 3", "1 3 5 3 1"),  # Jarvis, Judice & Ninke 1976
    "stucki": (42, "x 8 4", "2 4 8 4 2", "1 2 4 2 1"),  # Stucki 1981
    "sierra": (32, "x 5 3", "2 4 5 4 2", "0 2 3 2 0"),  # Frankie Sierra 1989
    "sierra-lite": (4, "x 2", "1 1 0"),  # Frankie Sierra 1990
}


def taps_of(name: str) -> list[tuple[int, int, float]]:
    """Return rows down, columns ahead and share of the error, of every pixel that is handed some."""
    whole, first, *below = KERNELS[name]
    taps = [(0, ahead, int(share)) for ahead, share in enumerate(first.split()) if share != "x"]
    for down, row in enumerate(below, start=1):
        shares = row.split()
        taps += [(down, at - len(shares) // 2, int(share)) for at, share in enumerate(shares)]
    return [(down, ahead, share / whole) for down, ahead, share in taps if share]


def weights_of(name: str, strength: float) -> tuple[np.ndarray, int, int]:
    """Return (2, 2, 5) int32 weights by which a pixel draws from the rows above, and from two before.

    First those of rows walked through forward, then backward; one row up, then two; columns x - 2 to x + 2.
    Weights are shares of 2^SHIFT and sum to what they should, to 1: the largest takes what rounding left.
    """
    from palette_studio.core.kernels.dither_lookup import SHIFT

    taps = taps_of(name)
    shares = np.array([share for _, _, share in taps]) * strength * 2**SHIFT
    whole = np.rint(shares).astype(np.int32)
    whole[np.argmax(shares)] += round(shares.sum()) - whole.sum()
    below, beside = np.zeros((2, 2, 5), np.int32), [0, 0, 0]
    for (down, ahead, _), weight in zip(taps, whole.tolist(), strict=True):
        if down:
            below[0, down - 1, 2 - ahead] = below[1, down - 1, 2 + ahead] = weight
        else:
            beside[ahead] = weight
    return below, beside[1], beside[2]


def diffuse(name: str, pixels: np.ndarray, colors: np.ndarray, options: Options, tick: Tick) -> np.ndarray:
    """Return (h, w) uint8 indices. Rows that turn are walked through one by one, others on every core."""
    scale = Scale.of(pixels, colors, options, tick)
    below, ahead, beyond = weights_of(name, options.strength)
    inks = np.zeros((len(colors), 8), np.int64)
    inks[:, :3], inks[:, 3:6] = scale.inks, scale.inks * ahead
    weights = (below, (ahead, beyond))
    fixed = (options.serpentine, scale.values, scale.own, scale.look, inks.reshape(-1), weights, scale.limit)
    out = np.empty(pixels.shape[:2], np.uint8)
    if options.serpentine or pixels.shape[1] < 3 * TILE_COLUMNS:
        _row_by_row(pixels, fixed, out, tick)
    else:
        _by_tiles(pixels, fixed, out, tick)
    return out


def _row_by_row(pixels: np.ndarray, fixed: tuple, out: np.ndarray, tick: Tick) -> None:
    from palette_studio.core.kernels.dither_diffusion import diffused

    height, width = out.shape
    errors, scratch = _errors(3, width), _scratch(width)
    band = max(1, BAND // max(1, width))
    for start in range(0, height, band):
        tick(start / height)
        diffused(pixels, start, min(start + band, height), 0, width, 0, fixed, errors, *scratch, out)
    tick(1.0)


def _by_tiles(pixels: np.ndarray, fixed: tuple, out: np.ndarray, tick: Tick) -> None:
    """Walk through slanted tiles: those on one diagonal need nothing of each other.

    A tile needs the one to its left and the one above to its right, both on the diagonal before.
    """
    from palette_studio.core.kernels.dither_diffusion import diffused

    (height, width), skew = out.shape, 2
    columns = max(TILE_COLUMNS, -(-width // MOST_ACROSS))
    across, bands = -(-(width + skew * TILE_ROWS) // columns), -(-height // TILE_ROWS)
    errors = _errors(TILE_ROWS * (across // 2 + 3), width)
    for diagonal in range(across + 2 * (bands - 1)):
        tick(diagonal / (across + 2 * bands))
        tiles = [(b, diagonal - 2 * b) for b in range(bands) if 0 <= diagonal - 2 * b < across]

        def work(first: int, last: int, tiles: list[tuple[int, int]] = tiles) -> None:
            scratch = _scratch(width)
            for band, column in tiles[first:last]:
                start, left = band * TILE_ROWS, column * columns
                stop = min(start + TILE_ROWS, height)
                diffused(pixels, start, stop, left, left + columns, skew, fixed, errors, *scratch, out)

        each_block(len(tiles), work, block=1)
    tick(1.0)


def _errors(rows: int, width: int) -> np.ndarray:
    return np.zeros((rows, 3 * (width + 4)), np.int16)


def _scratch(width: int) -> tuple[np.ndarray, np.ndarray]:
    """Return room for the sums of a row's pixels, and for which of them stay."""
    return np.empty(3 * width, np.int32), np.empty(width, np.int16)


METHODS = {name: partial(diffuse, name) for name in KERNELS}
