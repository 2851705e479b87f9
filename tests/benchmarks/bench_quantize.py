"""How good palettes of photos are, without dithering, and how long they take, beside the best of their kind.

Run: python tests/benchmarks/bench_quantize.py [PHOTO...]. The photos lie beside the project; without them
the samples are used, at half their size.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from clock import Row, milliseconds
from PIL import Image
from skimage.metrics import structural_similarity

from palette_studio.core.color import ciede2000, lab_to_srgb, oklab_to_srgb, srgb_to_lab
from palette_studio.core.color_histogram import ColorHistogram
from palette_studio.core.nearest import nearest
from palette_studio.core.quantize import METRIC_OF, quantize

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("PALETTE_STUDIO_SHARED", ROOT.parent / "shared"))
LUMA = (0.299, 0.587, 0.114)  # ITU-R BT.601
COUNTS = (16, 64, 256)
TIMES = 5
Picture = tuple[np.ndarray, np.ndarray]  # (h, w) indices, (k, 3) uint8 colors
Quantizer = Callable[[np.ndarray, int], Picture]


def photos() -> list[Path]:
    """Return photos that nothing was tuned to: every other one of the last sixteen of the Kodak set."""
    kodak = sorted((SHARED / "data" / "photos" / "kodak").glob("*.webp"))
    return kodak[9::2] or sorted((ROOT / "resources" / "samples").glob("*.jpg"))


def pixels_of(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        pixels = np.asarray(image.convert("RGB"))
    pixels = np.ascontiguousarray(pixels if path.suffix == ".webp" else pixels[::2, ::2])
    pixels.flags.writeable = False
    return pixels


def ours(mode: str, pixels: np.ndarray, k: int) -> Picture:
    colors = quantize(pixels, k, mode=mode).colors
    return nearest(pixels, colors, metric=METRIC_OF[mode]), colors


def by_pillow(pixels: np.ndarray, k: int) -> Picture:
    image = Image.fromarray(pixels).quantize(k, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    return np.asarray(image), table_of(image)


def by_libimagequant(pixels: np.ndarray, k: int) -> Picture:
    import imagequant

    rgba = np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)])
    height, width = pixels.shape[:2]
    indices, colors = imagequant.quantize_raw_rgba_bytes(
        rgba.tobytes(), width, height, dithering_level=0.0, max_colors=k, min_quality=0, max_quality=100
    )
    table = np.array(colors, np.uint8).reshape(-1, 4)[:, :3]
    return np.frombuffer(indices, np.uint8).reshape(height, width), table


def by_pngquant(pixels: np.ndarray, k: int) -> Picture:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG", compress_level=1)
    command = ["pngquant", "--speed", "1", "--nofs", str(k), "-"]
    done = subprocess.run(command, input=file.getvalue(), capture_output=True, check=True)
    image = Image.open(io.BytesIO(done.stdout))
    return np.asarray(image), table_of(image)


def table_of(image: Image.Image) -> np.ndarray:
    return np.array(image.getpalette(), np.uint8).reshape(-1, 3)


def by_k_means(space: str, pixels: np.ndarray, k: int) -> Picture:
    """scikit-learn's KMeans on every distinct color with its count, to the end."""
    from sklearn.cluster import KMeans

    histogram = ColorHistogram.of(pixels)
    place, back = {
        "rgb": (histogram.srgb, lambda centers: centers),
        "lab": (histogram.lab, lab_to_srgb),
        "oklab": (histogram.oklab, oklab_to_srgb),
    }[space]
    found = KMeans(k, n_init=1, random_state=0).fit(place, sample_weight=histogram.weight)
    colors = np.rint(np.clip(back(found.cluster_centers_), 0, 1) * 255).astype(np.uint8)
    return nearest(pixels, colors, metric=space), colors


OURS: dict[str, Quantizer] = {mode: partial(ours, mode) for mode in METRIC_OF}
PEERS: dict[str, Quantizer] = {
    "libimagequant": by_libimagequant,
    "pngquant -s1": by_pngquant,
    "k-means RGB": partial(by_k_means, "rgb"),
    "k-means Lab": partial(by_k_means, "lab"),
    "k-means OKLab": partial(by_k_means, "oklab"),
    "Pillow median cut": by_pillow,
}


def measured(pixels: np.ndarray, picture: Picture) -> tuple[float, float, float]:
    """Return PSNR in dB, mean CIEDE2000, and SSIM of luma."""
    indices, colors = picture
    result = colors[indices]
    psnr = 10 * np.log10(255**2 / np.mean((pixels.astype(float) - result) ** 2))
    codes = (pixels.reshape(-1, 3).astype(np.int64) @ (65536, 256, 1)) << 8 | indices.reshape(-1)
    pairs, counts = np.unique(codes, return_counts=True)
    own = np.stack([pairs >> 24, pairs >> 16 & 255, pairs >> 8 & 255], axis=1)
    differences = ciede2000(srgb_to_lab(own / 255), srgb_to_lab(colors / 255)[pairs & 255])
    similar = structural_similarity(pixels @ LUMA, result @ LUMA, data_range=255)
    return float(psnr), float(np.average(differences, weights=counts)), float(similar)


def rows(paths: list[Path] | None = None) -> list[Row]:
    """Return one row for each mode's measure and size, and one for each time."""
    pictures = [pixels_of(path) for path in paths or photos()]
    peers = {name: make for name, make in PEERS.items() if "pngquant" not in name or shutil.which("pngquant")}
    result: list[Row] = []
    for k in COUNTS:
        table = {
            name: np.array([measured(pixels, make(pixels, k)) for pixels in pictures])
            for name, make in {**OURS, **peers}.items()
        }
        result += quality_rows(k, table, list(peers))
    return result + time_rows(pictures[:4])


def quality_rows(k: int, table: dict[str, np.ndarray], peers: list[str]) -> list[Row]:
    """table: of each quantizer (photos, 3) measures."""
    forms = (("photo", "PSNR", "{:.2f} dB"), ("perceptual", "mean CIEDE2000", "{:.3f}"))
    result = []
    for column, (mode, measure, form) in enumerate((*forms, ("structure", "SSIM", "{:.4f}"))):
        means = {name: float(table[name][:, column].mean()) for name in (mode, *peers)}
        beside = ", ".join(f"{name} {form.format(means[name])}" for name in peers)
        if mode == "photo":
            margin = (table["photo"][:, 0] - table["libimagequant"][:, 0]).min()
            beside += f"; least above libimagequant on one photo: {margin:+.2f} dB"
        result.append((f"Quantize {k}, {mode}: {measure}", form.format(means[mode]), beside))
    return result


def time_rows(pictures: list[np.ndarray]) -> list[Row]:
    """Return the times of palette and mapping together, as multiples of Pillow's median cut."""
    result = []
    for k in COUNTS:
        whole = {name: times_of(make, pictures, k) for name, make in OURS.items()}
        alone = {f"{mode} palette": times_of(partial(palette_alone, mode), pictures, k) for mode in OURS}
        peer = times_of(by_libimagequant, pictures, k)
        pillow = times_of(by_pillow, pictures, k)
        ratios = {name: times / pillow for name, times in {**whole, **alone, "libimagequant": peer}.items()}
        text = {name: f"{np.median(ratio):.1f}" for name, ratio in ratios.items()}
        figure = ", ".join(f"{mode} {text[mode]} ×" for mode in OURS)
        palettes = ", ".join(text[f"{mode} palette"] for mode in OURS)
        beside = (
            f"Pillow median cut = 1, libimagequant {text['libimagequant']} ×; the palettes alone {palettes}"
        )
        result.append((f"Quantize {k}: time, palette and mapping", figure, beside))
    return result


def palette_alone(mode: str, pixels: np.ndarray, k: int) -> object:
    return quantize(pixels, k, mode=mode)


def times_of(make: Callable[[np.ndarray, int], object], pictures: list[np.ndarray], k: int) -> np.ndarray:
    make(pictures[0], k)  # compiled and loaded
    return np.array([milliseconds(partial(make, pixels, k), TIMES, warm=False) for pixels in pictures])


if __name__ == "__main__":
    for name, figure, beside in rows([Path(name) for name in sys.argv[1:]]):
        print(f"{name:<44} {figure:>12}   {beside}")
