"""Many photos: a plain loop in one process, ``--jobs 2``, and two workers of a Dask scheduler.

By itself: bench_batch.py --photos 500 --megapixels 12 prints throughput and ratios. The photos are a few
distinct JPEGs, made from the samples, under as many names as are asked for (hard links); each is read,
recolored at full size and written as JPEG. The loop begins with kernels that are loaded, and takes every core
by threads; it may be shorter (--loop), as its photos are all alike to it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from clock import Row

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
DISTINCT = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=500)
    parser.add_argument("--loop", type=int, help="photos of the plain loop (as many)")
    parser.add_argument("--megapixels", type=float, default=12)
    options = parser.parse_args()
    for row in measured(options.photos, options.loop or options.photos, options.megapixels):
        print(": ".join(row[:2]), f"({row[2]})" if row[2] else "", flush=True)


def rows() -> list[Row]:
    return measured(24, 12, 12.0)


def measured(count: int, loop_count: int, megapixels: float) -> list[Row]:
    """Return how many photos a second each way does, as ratios to the plain loop."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        photos = made_photos(folder / "photos", count, megapixels)
        recipe = made_recipe(folder)
        plain = looped(recipe, photos[:loop_count], folder / "plain")
        size = f"{count} photos of {megapixels:g} MP, {min(DISTINCT, count)} of them distinct"
        found = [("Batch, a plain loop in one process", f"{plain:.2f} photos/s", f"{loop_count} photos")]
        jobs = commanded(recipe, folder / "photos", folder / "jobs", count, "--jobs", "2")
        found.append(("Batch, --jobs 2", f"{jobs / plain:.2f} × the loop", f"{jobs:.2f} photos/s; {size}"))
        with dask(folder) as address:
            rate = commanded(recipe, folder / "photos", folder / "dask", count, "--scheduler", address)
        words = f"{rate:.2f} photos/s; {size}; scheduler and workers on this machine"
        found.append(("Batch, Dask, 2 workers of 1 thread", f"{rate / plain:.2f} × the loop", words))
        same = (folder / "plain" / photos[0].name).read_bytes()
        assert (folder / "jobs" / photos[0].name).read_bytes() == same
        assert (folder / "dask" / photos[0].name).read_bytes() == same
        return found


def made_photos(folder: Path, count: int, megapixels: float) -> list[Path]:
    """Return so many JPEGs in a folder, DISTINCT of them different."""
    from PIL import Image

    folder.mkdir()
    samples = sorted((ROOT / "resources" / "samples").glob("*.jpg"))
    width = round((megapixels * 1e6 * 4 / 3) ** 0.5)
    paths = [folder / f"photo-{number:04}.jpg" for number in range(count)]
    for number, path in enumerate(paths):
        if number >= DISTINCT:
            path.hardlink_to(paths[number % DISTINCT])
            continue
        with Image.open(samples[number % len(samples)]) as image:
            turned = image.convert("RGB").rotate(7 * (number // len(samples)), expand=False)
            turned.resize((width, width * 3 // 4), Image.Resampling.BICUBIC).save(path, quality=92)
    return paths


def made_recipe(folder: Path) -> Path:
    from palette_studio.core.document import Document
    from palette_studio.core.palette import Palette
    from palette_studio.core.project import project_of, write_project

    found = Palette.from_colors(
        [(36, 23, 17), (150, 90, 40), (217, 199, 168), (60, 80, 110), (240, 240, 235)]
    )
    document = Document(found=found, edited=found.with_color(1, (58, 110, 165)).with_color(3, (40, 90, 60)))
    write_project(folder / "recipe.json", project_of(document))
    return folder / "recipe.json"


def looped(recipe: Path, photos: list[Path], out: Path) -> float:
    """Return the photos a second of a loop over the functions that read, recolor and write."""
    from palette_studio.core.files import ExportOptions, read_photo, write_photo
    from palette_studio.core.project import read_project
    from palette_studio.core.rendering import rendered

    out.mkdir()
    project, options = read_project(recipe), ExportOptions(format="jpeg")

    def do(path: Path) -> None:
        photo = read_photo(path)
        document = project.completed(photo)
        write_photo(out / path.name, rendered(document, photo.pixels, None, base=photo), photo, options)

    do(photos[0])
    began = time.perf_counter()
    for path in photos:
        do(path)
    return len(photos) / (time.perf_counter() - began)


def commanded(recipe: Path, photos: Path, out: Path, count: int, *hands: str) -> float:
    """Return the photos a second of the command, its start and end included."""
    command = [sys.executable, "-m", "palette_studio", "batch", recipe, photos, "-o", out, "--format", "jpeg"]
    began = time.perf_counter()
    subprocess.run([*map(str, command), "--quiet", *hands], check=True, cwd=ROOT)
    spent = time.perf_counter() - began
    assert len(list(out.glob("*.jpg"))) == count
    return count / spent


@contextmanager
def dask(folder: Path):
    """Give the address of a scheduler with two workers."""
    from dask_here import DaskHere

    os.environ.setdefault("PYTHONPATH", str(ROOT))
    running = DaskHere(folder)
    try:
        running.hire()
        running.hire()
        yield running.address
    finally:
        running.close()


if __name__ == "__main__":
    main()
