"""What an edit asks for: where each swatch stands in Lab and where it goes, in an order of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.palette import Mixed, Palette
from palette_studio.core.scene import Scene

PACK = np.array([65536, 256, 1], np.uint32)
FEATHER = 1e-9  # the say of a swatch that has not moved, beside 1 for each Lab unit moved


@dataclass(frozen=True, eq=False)
class Moves:
    """The swatches of an edit, equal found colors made one, by ascending lightness (then sRGB).

    found, edited: (k, 3) Lab. place: (n,) the row of each of the artist's swatches. mixed: whose components
    those are, if they are.
    """

    found: np.ndarray
    edited: np.ndarray
    place: np.ndarray
    mixed: Mixed | None = None

    @property
    def moved(self) -> np.ndarray:
        """(k,) bool: whether a swatch moves at all."""
        return (self.found != self.edited).any(axis=1)


def placed(found: Palette) -> tuple[np.ndarray, np.ndarray]:
    """Return the distinct colors of a palette as (k, 3) Lab by ascending lightness, and each swatch's row."""
    colors, place = np.unique(found.colors, axis=0, return_inverse=True)
    lab = srgb_to_lab(colors / 255)
    order = np.argsort(lab[:, 0], kind="stable")  # colors of equal lightness stay in order of their sRGB
    rank = np.empty(len(order), np.intp)
    rank[order] = np.arange(len(order))
    return lab[order], rank[place.reshape(-1)]


def moves_of(found: Palette, edited: Palette, strength: float = 1.0, keep_light: float = 0.0) -> Moves:
    """Return where each swatch goes.

    strength: 0..1 of the way in Lab from found to edited: like a drag let go half-way, so that a half
    strong edit is itself an edit and obeys all its laws, while a mixture of two pictures passes through
    grays. keep_light: 0..1 of the change of lightness is taken back. Swatches found equal become one that
    goes to the mean of their targets, each having as much say as it has moved.
    Raises ValueError when the lengths differ or are 0, or a fraction is not in 0..1.
    """
    if len(found) != len(edited) or not len(found):
        raise ValueError(
            f"found has {len(found)} swatches and edited {len(edited)}; both need the same, >= 1"
        )
    for name, value in (("strength", strength), ("keep_light", keep_light)):
        if not 0 <= value <= 1:
            raise ValueError(f"{name} is {value}; it lies in 0..1")
    start, place = placed(found)
    here, there = start[place], srgb_to_lab(edited.colors / 255)
    there = here + strength * (there - here)
    there[:, 0] += keep_light * (here[:, 0] - there[:, 0])
    still = (found.colors == edited.colors).all(axis=1)
    there[still] = here[still]
    return Moves(start, _merged(here, there, place, len(start)), place, found.mixed)


def _merged(here: np.ndarray, there: np.ndarray, place: np.ndarray, count: int) -> np.ndarray:
    """Return (count, 3) targets, the same bit for bit whatever the order of the swatches."""
    result = np.empty((count, 3))
    for row in range(count):
        targets = there[place == row]
        targets = targets[np.lexsort(targets.T)]
        start = here[place == row][0]
        if (targets == targets[0]).all():
            result[row] = targets[0]
            continue
        say = np.linalg.norm(targets - start, axis=1) + FEATHER
        result[row] = (targets * say[:, None]).sum(axis=0) / say.sum()
    return result


def lightness_order(found: np.ndarray, edited: np.ndarray) -> np.ndarray:
    """Return edited lightnesses that ascend with the found ones.

    found: (k,) ascending; edited: (k,). The nearest ascending sequence in least squares, each swatch having
    as much say as its lightness moved: where one swatch alone crosses others it keeps its lightness and
    they yield, which is Chang's rule (2015, section 3.4); swatches that cross each other meet at their
    weighted mean. A function of the palettes alone, not of which swatch was moved last, and continuous.
    Pool-adjacent-violators (Ayer et al. 1955); swatches of one found lightness get one.
    """
    rows: list[list[float]] = []  # pooled: mean, say, members
    before = np.nan
    for start, end in zip(found, edited, strict=True):
        rows.append([end, abs(end - start) + FEATHER, 1])
        if start == before and rows[-2][0] != end:
            _pool(rows)
        while len(rows) > 1 and rows[-2][0] > rows[-1][0]:
            _pool(rows)
        before = start
    return np.repeat([row[0] for row in rows], [int(row[2]) for row in rows])


def _pool(rows: list[list[float]]) -> None:
    """Make one of the last two rows."""
    mean, say, members = rows.pop()
    last = rows[-1]
    if mean != last[0]:  # equal means stay exactly what they are
        last[0] = (last[0] * last[1] + mean * say) / (last[1] + say)
    last[1] += say
    last[2] += members


def color_error(
    found: Palette, scene: Scene, weights: Callable[[np.ndarray, Palette, Scene], np.ndarray]
) -> float:
    """Return the root mean square, 0..255 a channel, of scene minus swatches mixed by ``weights``."""
    pixels = scene.pixels.reshape(-1, scene.pixels.shape[2])
    if pixels.shape[1] == 4:
        pixels = pixels[pixels[:, 3] > 0]
    codes, counts = np.unique(pixels[:, :3].astype(np.uint32) @ PACK, return_counts=True)
    if not len(codes):
        return 0.0
    colors = np.stack([codes >> 16, codes >> 8 & 255, codes & 255], axis=1).astype(np.uint8)
    colors.flags.writeable = False
    off = weights(colors, found, scene) @ found.colors.astype(np.float32) - colors
    return float(np.sqrt((off * off).mean(axis=1) @ counts / counts.sum()))
