"""How long the nearest palette color of every pixel takes, beside the answers of the web and libraries.

Run: python tests/benchmarks/bench_nearest.py
"""

from __future__ import annotations

import statistics

import numpy as np
from clock import Row, milliseconds
from numba import njit, prange
from photos import SAMPLE, big_photo
from PIL import Image

from palette_studio.core.extract import extract
from palette_studio.core.nearest import METRICS, Cube, agreement, nearest

LEVELS = (0, 64, 128, 192, 255)
GRID = np.array([[b, g, r] for b in LEVELS for g in LEVELS for r in LEVELS], np.uint8)


@njit(parallel=True)
def lookup1(palette, im):
    """The first of two loops from a well-known answer, with arrays inside."""
    palette = palette.astype(np.int32)
    (rows, cols) = im.shape[:2]
    result = np.zeros((rows, cols), dtype=np.uint8)
    for i in prange(rows):
        for j in range(cols):
            sqdists = ((im[i, j] - palette) ** 2).sum(axis=1)
            result[i, j] = np.argmin(sqdists)
    return result


@njit(parallel=True)
def lookup2(palette, im):
    """The second, with its slip mended: it took palette[i], the row of the picture, for palette[index]."""
    (rows, cols) = im.shape[:2]
    result = np.zeros((rows, cols), dtype=np.uint8)
    for i in prange(rows):
        for j in range(cols):
            pb, pg, pr = im[i, j]
            bestindex = -1
            bestdist = 2**20
            for index in range(len(palette)):
                cb, cg, cr = palette[index]
                dist = (pb - cb) ** 2 + (pg - cg) ** 2 + (pr - cr) ** 2
                if dist < bestdist:
                    bestdist = dist
                    bestindex = index
            result[i, j] = bestindex
    return result


def by_numpy(pixels: np.ndarray, colors: np.ndarray, strip: int = 100) -> np.ndarray:
    """The first answer: all distances in float64. In strips of rows, because it asks for 9 GB at once."""
    parts = []
    for start in range(0, len(pixels), strip):
        image = pixels[start : start + strip, :, None, :]
        container = np.ones((*image.shape[:2], len(colors), 3))
        container[:] = colors
        parts.append(np.argmin(np.sqrt(np.sum((container - image) ** 2, axis=3)), axis=2))
    return np.concatenate(parts)


def by_matcher(pixels: np.ndarray, colors: np.ndarray) -> np.ndarray:
    """The answer with FLANN through OpenCV's matcher."""
    import cv2

    matcher = cv2.FlannBasedMatcher({"algorithm": 1, "trees": 5}, {"checks": 50})
    matcher.add(np.float32([colors]))
    matcher.train()
    matches = matcher.match(pixels.reshape(-1, 3).astype(np.float32))
    return np.uint8([m.trainIdx for m in matches]).reshape(pixels.shape[:2])


def by_faiss(pixels: np.ndarray, colors: np.ndarray) -> np.ndarray:
    import faiss

    index = faiss.IndexFlatL2(3)
    index.add(colors.astype(np.float32))
    return index.search(pixels.reshape(-1, 3).astype(np.float32), 1)[1].reshape(pixels.shape[:2])


def by_tree(pixels: np.ndarray, colors: np.ndarray) -> np.ndarray:
    from scipy.spatial import cKDTree

    return cKDTree(colors).query(pixels.reshape(-1, 3), workers=2)[1].reshape(pixels.shape[:2])


def by_pillow(pixels: np.ndarray, colors: np.ndarray) -> np.ndarray:
    """Pillow's own, without dithering; its palette is filled up with the last color."""
    palette = Image.new("P", (1, 1))
    palette.putpalette(np.concatenate([colors, np.repeat(colors[-1:], 256 - len(colors), axis=0)]).tobytes())
    image = Image.fromarray(pixels)
    return np.asarray(image.quantize(palette=palette, dither=Image.Dither.NONE))


def smooth_photo(width: int = 4000) -> np.ndarray:
    """Return a 12-MP enlargement without noise."""
    with Image.open(SAMPLE) as sample:
        large = sample.convert("RGB").resize((width, width * 3 // 4), Image.Resampling.BICUBIC)
    return np.asarray(large)


def palettes(pixels: np.ndarray) -> dict[str, np.ndarray]:
    """Return the grid of 125 colors and palettes of the photo."""
    return {"125 (grid)": GRID, **{f"{k} (photo)": extract(pixels, k).colors for k in (16, 64, 256)}}


def wrong(found: np.ndarray, colors: np.ndarray, exact: np.ndarray) -> float:
    """Return the share of pixels that did not get the color of the exact answer; ties count too."""
    return float((colors[found.clip(0, len(colors) - 1)] != colors[exact]).any(axis=2).mean())


def rows() -> list[Row]:
    """Return the times on 12 MP and on 1000 x 1000."""
    noisy = big_photo(12)
    chosen = palettes(noisy[::8, ::8].copy())
    for metric in METRICS:
        Cube.build(GRID[:3], metric).moved(0, (1, 2, 3)).map(noisy[:9])
    lookup1(GRID, noisy[:9])
    lookup2(GRID, noisy[:9])
    plain = milliseconds(lambda: lookup2(GRID, noisy), 3, warm=False)
    found = [("Seed's lookup2, mended, 12 MP, 125 colors", f"{plain:.0f} ms", "1")]
    for name, colors in chosen.items():
        found += building(name, colors, plain)
    return found + mapping(chosen, smooth_photo(), noisy) + metrics(noisy) + square(noisy)


def building(name: str, colors: np.ndarray, plain: float) -> list[Row]:
    """Return how long a cube is built, and how long it follows a drag of each of several colors."""
    built = milliseconds(lambda: Cube.build(colors), 15)
    drags = []
    for index in range(0, len(colors), max(1, len(colors) // 16)):
        cubes = [Cube.build(colors)]

        def drag(index: int = index, cubes: list[Cube] = cubes) -> None:
            step = np.array([5, -4, 3])
            from_, to = colors[index].astype(int), (colors[index] + step).clip(0, 255)
            cubes[:] = [cubes[-1].moved(index, from_ if (cubes[-1].colors[index] == to).all() else to)]

        drags.append(milliseconds(drag, 5))
    moved = statistics.mean(drags)
    return [
        (f"Cube, built, {name}", f"{built:.2f} ms", f"1/{plain / built:.0f} of lookup2 on 12 MP"),
        (f"Cube, moved by (5, -4, 3), {name}", f"{moved:.2f} ms", f"{moved / built:.2f} × building it"),
    ]


def mapping(chosen: dict[str, np.ndarray], smooth: np.ndarray, noisy: np.ndarray) -> list[Row]:
    found = []
    for kind, pixels in (("smooth", smooth), ("noisy", noisy)):
        copy = milliseconds(pixels.copy)
        for name, colors in chosen.items():
            cube = Cube.build(colors)
            ours = milliseconds(lambda cube=cube, pixels=pixels: cube.map(pixels))
            pillow = milliseconds(lambda c=colors, p=pixels: by_pillow(p, c), 3, warm=False)
            errs = wrong(by_pillow(pixels, colors), colors, cube.map(pixels))
            beside = f"{ours / copy:.1f} × a copy, {ours / pillow:.3f} × Pillow's, which errs on {errs:.1%}"
            found.append((f"Cube, 12 MP {kind}, {name}", f"{ours:.1f} ms", beside))
        painted = milliseconds(lambda pixels=pixels: Cube.build(GRID).painted(pixels))
        found.append(
            (f"Cube, built and painted, 12 MP {kind}", f"{painted:.1f} ms", f"{painted / copy:.1f} × a copy")
        )
    return found


def metrics(noisy: np.ndarray) -> list[Row]:
    """Return building and moving in every metric, and 16 bits."""
    found = []
    colors = extract(noisy[::8, ::8].copy(), 64).colors
    for metric in METRICS:
        built = milliseconds(lambda m=metric: Cube.build(colors, m), 3, warm=False)
        cube = Cube.build(colors, metric)
        target = tuple((cube.colors[7].astype(int) + 5) % 250)
        moved = milliseconds(lambda c=cube, t=target: c.moved(7, t), 3)
        found.append((f"Cube by {metric}, 64 colors", f"{built:.1f} ms", f"moved: {moved / built:.2f} ×"))
    deep = noisy.astype(np.uint16) * np.uint16(257) + np.uint16(99)
    boxes = milliseconds(lambda: nearest(deep, colors, method="cube"), 3)
    plain = milliseconds(lambda: nearest(deep, colors, method="parallel"), 3)
    found.append(
        ("12 MP at 16 bits, 64 colors", f"{boxes:.0f} ms", f"{boxes / plain:.2f} × every comparison")
    )
    return found


def square(noisy: np.ndarray) -> list[Row]:
    """Return everybody on 1000 x 1000 pixels and the grid."""
    pixels = np.ascontiguousarray(noisy[:1000, :1000])
    exact = nearest(pixels, GRID, method="brute")
    cube = Cube.build(GRID)
    ours = milliseconds(lambda: cube.map(pixels), 25)
    fresh = milliseconds(lambda: Cube.build(GRID).map(pixels), 25)
    peers = {
        "seed's numpy": (by_numpy, 1),
        "cv2.FlannBasedMatcher": (by_matcher, 1),
        "seed's lookup1": (lambda p, c: lookup1(c, p), 3),
        "seed's lookup2": (lambda p, c: lookup2(c, p), 3),
        "Pillow": (by_pillow, 5),
        "faiss-cpu": (by_faiss, 3),
        "scipy.cKDTree": (by_tree, 3),
        "our brute": (lambda p, c: nearest(p, c, method="brute"), 3),
        "our parallel": (lambda p, c: nearest(p, c, method="parallel"), 9),
        "our flann": (lambda p, c: nearest(p, c, method="flann"), 3),
    }
    found = [
        ("1000 × 1000, 125 colors, cube at hand", f"{ours:.2f} ms", "1"),
        ("1000 × 1000, 125 colors, cube built first", f"{fresh:.2f} ms", f"{fresh / ours:.1f} ×"),
    ]
    for name, (peer, times) in peers.items():
        taken = milliseconds(lambda peer=peer: peer(pixels, GRID), times, warm=False)
        beside = f"{taken / ours:.1f} × ours at hand, {taken / fresh:.1f} × ours built first"
        errs = wrong(peer(pixels, GRID), GRID, exact) if times > 1 or "Flann" in name else 0.0
        found.append((f"1000 × 1000, {name}", f"{taken:.1f} ms", f"{beside}, errs on {errs:.2%}"))
    found.append(("Agreement of flann", f"{agreement(pixels, GRID):.2%}", "exact methods: 100 %"))
    return found


if __name__ == "__main__":
    for name, figure, beside in rows():
        print(f"{name:<44} {figure:>12}   {beside}")
