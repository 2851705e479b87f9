"""How fast color tables are built and applied, and how far they are from the edits they stand for.

Run: python tests/benchmarks/bench_lut.py. It prints the error on every photo too.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from clock import Row, milliseconds
from photos import big_photo
from PIL import Image, ImageFilter

from palette_studio.core.color import from_polar, lab_to_srgb, srgb_to_lab, to_polar
from palette_studio.core.extract import extract
from palette_studio.core.files import read_lut, read_photo, write_lut
from palette_studio.core.lut import Lut, LutError, PaletteEdit, Stage, graded, lut_error, lut_of, node_colors
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import recolor
from palette_studio.core.scene import Scene
from palette_studio.core.trust import trust

ROOT = Path(__file__).resolve().parents[2]
PHOTOS = Path(os.environ.get("PALETTE_STUDIO_SHARED", ROOT.parent / "shared")) / "data" / "photos"
SUFFIXES = {".jpg", ".png", ".webp"}
Change = Callable[[np.ndarray], np.ndarray]  # (k, 3) lightness, chroma and hue in degrees, by lightness


def one_hue(lch: np.ndarray) -> np.ndarray:
    lch[np.argmax(lch[:, 1]), 2] += 120
    return lch


def all_hues(lch: np.ndarray) -> np.ndarray:
    lch[:, 1] = np.maximum(lch[:, 1], 30)
    lch[:, 2] += 90
    return lch


def vivid_opposite(lch: np.ndarray) -> np.ndarray:
    middle = len(lch) // 2
    lch[middle, 1:] = 80, lch[middle, 2] + 180
    return lch


def lighter(lch: np.ndarray) -> np.ndarray:
    lch[[0, len(lch) // 2], 0] += 15, 30
    return lch


def at_random(lch: np.ndarray) -> np.ndarray:
    return to_polar(srgb_to_lab(np.random.default_rng(1).random(lch.shape)))


EDITS: dict[str, Change] = {
    "the most vivid swatch's hue by 120°": one_hue,
    "every hue by 90°": all_hues,
    "the middle swatch to a vivid opposite": vivid_opposite,
    "the middle swatch lighter by 30, the darkest by 15": lighter,
    "every swatch to a random color": at_random,
}


def edit_of(found: Palette, change: Change) -> PaletteEdit:
    lch = change(to_polar(srgb_to_lab(found.colors / 255)))
    colors = np.rint(np.clip(lab_to_srgb(from_polar(lch)), 0, 1) * 255).astype(int)
    return PaletteEdit(found, Palette.from_colors(colors))


def scenes() -> dict[str, Scene]:
    """Return the photos beside the project, or the samples in it where there are none."""
    folder = PHOTOS if PHOTOS.is_dir() else ROOT / "resources" / "samples"
    paths = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES)
    return {path.stem: read_photo(path).scene for path in paths}


def errors(scene: Scene) -> list[tuple[LutError, ...]]:
    """Return for every edit the error of 33 plain nodes, of fitted ones, and of those after curves."""
    found = extract(scene.pixels, 6)
    result = []
    for change in EDITS.values():
        edit = edit_of(found, change)
        tables = lut_of(edit, 33), lut_of(edit, 33, scene), lut_of(edit, 33, scene, shaper=True)
        result.append(tuple(lut_error(table, edit, scene) for table in tables))
    return result


def error_rows(show: Callable[[str], object] = str) -> list[Row]:
    table = []
    for name, scene in scenes().items():
        table.append(errors(scene))
        show(f"{name[:24]:<24} " + "  ".join(" > ".join(f"{e.mean:.3f}" for e in row) for row in table[-1]))
    means = np.array([[[error.mean for error in row] for row in photo] for photo in table])
    rows = [error_row(name, means[:, number]) for number, name in enumerate(EDITS)]
    return [*rows, error_row("all five edits", means.reshape(-1, 3))]


def error_row(name: str, means: np.ndarray) -> Row:
    """Return the row of (n, 3) errors."""
    plain, near, bent = means.T
    return (
        f"LUT 33³ against exact rbf: {name}",
        f"mean CIEDE2000 {near.mean():.2f}",
        f"at most 0.35 on {np.count_nonzero(near <= 0.35)} of {len(near)}, worst {near.max():.2f}; "
        f"after curves {bent.mean():.2f}, worst {bent.max():.2f}; "
        f"plain nodes {plain.mean():.2f}, worst {plain.max():.2f}",
    )


def speed_rows() -> list[Row]:
    pixels = big_photo(12)
    deep = pixels.astype(np.uint16) * np.uint16(257)
    deep.flags.writeable = False
    copy, rows = milliseconds(pixels.copy), []
    image = Image.fromarray(pixels)
    for size in (17, 33, 65):
        nodes = node_colors(size)[..., [1, 2, 0]]
        lut = Lut(cube=Stage(nodes))
        peer = ImageFilter.Color3DLUT(size, nodes.reshape(-1))
        taken = milliseconds(lambda lut=lut: graded(pixels, lut), 7)
        pillow = milliseconds(lambda peer=peer: image.filter(peer), 3)
        beside = f"{taken / copy:.0f} × a copy, {taken / pillow:.2f} × Pillow's Color3DLUT"
        rows.append((f"LUT {size}³ applied, 12 MP", f"{taken:.0f} ms", beside))
    lut = Lut(cube=Stage(node_colors(33)[..., [1, 2, 0]]))
    taken, copy = milliseconds(lambda: graded(deep, lut), 5), milliseconds(deep.copy)
    return [*rows, ("LUT 33³ applied, 12 MP at 16 bits", f"{taken:.0f} ms", f"{taken / copy:.0f} × a copy")]


def frame_rows() -> list[Row]:
    small = big_photo(1.5)
    scene, found = Scene.of(small), extract(small, 6)
    edit = edit_of(found, all_hues)
    after = recolor(small, found, edit.edited, table=33)
    rows = []
    for size in (17, 33, 65):
        plain, near = (milliseconds(lambda s=s, n=size: lut_of(edit, n, s), 3) for s in (None, scene))
        beside = f"{plain:.0f} ms without a photo to fit it to"
        rows.append((f"LUT {size}³ built from an rbf edit of 6", f"{near:.0f} ms", beside))
    taken, frame = (
        milliseconds(lambda: trust(small, after), 15),
        milliseconds(lambda: recolor(small, found, edit.edited, table=33)),
    )
    facts = f"{trust(small, after).moved:.0%} moved; the frame itself takes {frame:.1f} ms"
    return [*rows, ("Trust line, 1.5 MP", f"{taken:.1f} ms", facts)]


def file_rows() -> list[Row]:
    lut, rows = Lut(cube=Stage(node_colors(65))), []
    with tempfile.TemporaryDirectory() as folder:
        for name in ("a.cube", "a.png"):
            path = Path(folder) / name
            write = milliseconds(lambda path=path: write_lut(path, lut), 3)
            read = milliseconds(lambda path=path: read_lut(path), 3)
            kind = "65³ as .cube" if name == "a.cube" else "as Hald CLUT of level 9"
            rows.append((f"LUT {kind} read", f"{read:.0f} ms", f"written in {write:.0f} ms"))
    return rows


def rows() -> list[Row]:
    return [*speed_rows(), *frame_rows(), *file_rows(), *error_rows()]


if __name__ == "__main__":
    for name, figure, beside in [*speed_rows(), *frame_rows(), *file_rows(), *error_rows(print)]:
        print(f"{name:<64} {figure:>20}   {beside}")
