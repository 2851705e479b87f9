"""One sheet: the same edit by every engine on four photos, to be looked at for halos, bands and leaks.

Run: python tests/engine_sheet.py [PHOTO...] [-o SHEET.png]. Without photos the samples are taken and the
sheet is written to resources/screenshots/engines.webp.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("NUMBA_CACHE_DIR", str(ROOT / ".cache" / "kernels"))

import numpy as np  # noqa: E402  after the environment that imports read
from PIL import Image, ImageDraw  # noqa: E402

from palette_studio.core import color  # noqa: E402
from palette_studio.core.document import Document  # noqa: E402
from palette_studio.core.files import read_photo  # noqa: E402
from palette_studio.core.find_palette import palette_of  # noqa: E402
from palette_studio.core.palette import Palette  # noqa: E402
from palette_studio.core.recolor import METHODS, recolor  # noqa: E402
from palette_studio.workbench.edits import palette_method  # noqa: E402

SAMPLES = ("bowl-with-fig.jpg", "coffee.jpg", "astronaut.jpg", "mountain-path.jpg")
SHEET = ROOT / "resources" / "screenshots" / "engines.webp"
TURN_DEG, FAMILY_DEG, COLORFUL = 150.0, 40.0, 0.05  # hue by which a family turns; OKLCH hue apart, chroma
TILE, GAP, LINE, STRIP = 420, 8, 26, 18  # px: longer side of a picture, between pictures, words, swatches
GROUND, INK = (43, 43, 43), (232, 232, 232)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", nargs="*", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=SHEET)
    parser.add_argument("-k", type=int, default=6)
    options = parser.parse_args()
    photos = options.photos or [ROOT / "resources" / "samples" / name for name in SAMPLES]
    rows = [row_of(path, options.k) for path in photos]
    sheet_of(rows).save(options.output, quality=82)


def row_of(path: Path, k: int) -> list[tuple[str, np.ndarray, Palette]]:
    """Return the photo and its edit by every engine, each with the palette that the window would find."""
    photo = read_photo(path)
    plain = palette_of(photo, k)
    hue_deg = strongest_hue(plain)
    row = [("original", photo.scene.pixels[..., :3], plain)]
    for method in METHODS:
        found = palette_of(photo, k, palette_method(Document(method=method), "photo"))
        edited = turned(found, hue_deg)
        result = recolor(photo.scene.pixels, found, edited, method=method, scene=photo.scene)
        row.append((method, result[..., :3], edited))
    return row


def strongest_hue(palette: Palette) -> float:
    """Return the OKLCH hue of the color that strikes most."""
    lch = color.srgb_to_oklch(palette.colors / 255)
    shares = np.array([swatch.coverage for swatch in palette.swatches])
    return float(lch[int(np.argmax(lch[:, 1] * np.sqrt(shares))), 2])


def turned(palette: Palette, hue_deg: float) -> Palette:
    """Return the palette with the family of a hue turned to another, lightness and chroma kept."""
    lch = color.srgb_to_oklch(palette.colors / 255)
    apart = np.abs((lch[:, 2] - hue_deg + 180) % 360 - 180)
    family = (apart < FAMILY_DEG) & (lch[:, 1] > COLORFUL)
    lch[family, 2] += TURN_DEG
    rgb = np.rint(np.clip(color.oklch_to_srgb(lch), 0, 1) * 255).astype(int)
    for row in np.flatnonzero(family):
        palette = palette.with_color(int(row), tuple(int(v) for v in rgb[row]))
    return palette


def sheet_of(rows: list[list[tuple[str, np.ndarray, Palette]]]) -> Image.Image:
    heights = [max(tile(pixels).height for _, pixels, _ in row) + STRIP + LINE + GAP for row in rows]
    width = max(len(row) for row in rows) * (TILE + GAP) + GAP
    sheet = Image.new("RGB", (width, sum(heights) + GAP), GROUND)
    draw, top = ImageDraw.Draw(sheet), GAP
    for row, height in zip(rows, heights, strict=True):
        for at, (name, pixels, palette) in enumerate(row):
            left, picture = GAP + at * (TILE + GAP), tile(pixels)
            draw.text((left, top), name, INK)
            sheet.paste(picture, (left, top + LINE - 8))
            for place, swatch in enumerate(palette.swatches):
                x = left + place * TILE // len(palette)
                y = top + LINE - 8 + picture.height + 2
                draw.rectangle((x, y, x + TILE // len(palette) - 3, y + STRIP - 4), swatch.color)
        top += height
    return sheet


def tile(pixels: np.ndarray) -> Image.Image:
    picture = Image.fromarray(np.ascontiguousarray(pixels))
    picture.thumbnail((TILE, TILE), Image.Resampling.LANCZOS)
    return picture


if __name__ == "__main__":
    main()
