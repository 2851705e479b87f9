"""Batches that are killed: every photo once, none lost, none half, and the photos as they were.

Run: python tests/load_batch.py [--photos 40] [--kills 12]. Ends with 1 where a promise breaks.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from dask_here import DaskHere

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted((ROOT / "resources" / "samples").glob("*.jpg"))
LEDGER = ".palette-studio-batch.jsonl"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=40)
    parser.add_argument("--kills", type=int, default=12)
    options = parser.parse_args()
    os.environ.setdefault("PYTHONPATH", str(ROOT))
    bad = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        photos = made_photos(folder / "photos", options.photos)
        before = digests(photos)
        recipe = made_recipe(folder)
        finished(recipe, photos, folder / "right", "--jobs", "2")
        right = digests(folder / "right")
        for title, kill in (("workers", workers_killed), ("command", command_killed), ("Dask", dask_killed)):
            began = time.perf_counter()
            kills = kill(recipe, photos, folder / title, options.kills)
            problems = checked(folder / title, right, options.photos)
            bad += len(problems)
            spent = time.perf_counter() - began
            left = len(list((folder / title).glob(".*.tmp")))
            told = f"{kills} kills, {options.photos} photos, {len(problems)} problems, {spent:.0f} s"
            told += f"; {left} temporary files left by kills amid a write" if left else ""
            print(f"{title}: {told}", *problems, sep="\n  ", flush=True)
        print("photos as they were:", digests(photos) == before)
        bad += digests(photos) != before
    return 1 if bad else 0


def made_photos(folder: Path, count: int) -> Path:
    from PIL import Image

    folder.mkdir()
    for number in range(count):
        with Image.open(SAMPLES[number % len(SAMPLES)]) as image:
            image.convert("RGB").rotate(number).resize((1600, 1200)).save(folder / f"{number:03}.jpg")
    return folder


def made_recipe(folder: Path) -> Path:
    from palette_studio.core.document import Document
    from palette_studio.core.palette import Palette
    from palette_studio.core.project import project_of, write_project

    found = Palette.from_colors([(36, 23, 17), (150, 90, 40), (217, 199, 168)])
    document = Document(found=found, edited=found.with_color(1, (58, 110, 165)))
    write_project(folder / "recipe.json", project_of(document))
    return folder / "recipe.json"


def started(recipe: Path, photos: Path, out: Path, *hands: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "palette_studio", "batch", recipe, photos, "-o", out, "--quiet", *hands]
    return subprocess.Popen(list(map(str, command)), cwd=ROOT)


def finished(recipe: Path, photos: Path, out: Path, *hands: str) -> None:
    if code := started(recipe, photos, out, *hands).wait():
        print(f"the command ended with {code}")


def digests(folder: Path) -> dict[str, str]:
    files = [path for path in folder.iterdir() if not path.name.startswith(".")]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def checked(out: Path, right: dict[str, str], count: int) -> list[str]:
    """Return what is wrong with the results: lost, half, or more than once."""
    made = digests(out)
    problems = [f"{name} is lost" for name in right if name not in made]
    problems += [f"{name} is too many" for name in made if name not in right]
    problems += [f"{name} is not right" for name in right if name in made and made[name] != right[name]]
    lines = (out / LEDGER).read_text().splitlines()
    done = Counter(line for line in lines if '"done"' in line)
    if len(done) != count or set(done.values()) != {1}:
        problems.append(f"the ledger has {len(done)} photos done, {sum(done.values())} times")
    return problems


def children(process: int) -> list[int]:
    """Return the workers of a command: what it spawned, but for the one that looks after their semaphores."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
            told = path.with_name("cmdline").read_text()
        except (OSError, IndexError, ValueError):
            continue
        if parent == process and "spawn_main" in told:
            found.append(int(path.parent.name))
    return found


def when(ready: Callable[[], bool], running: subprocess.Popen[bytes]) -> bool:
    """Wait until it is so; say whether the command still runs."""
    while running.poll() is None and not ready():
        time.sleep(0.005)
    return running.poll() is None


def done_in(out: Path) -> int:
    path = out / LEDGER
    return path.read_text().count('"done"') if path.exists() else 0


def workers_killed(recipe: Path, photos: Path, out: Path, most: int) -> int:
    """Kill worker processes while the command runs; photos that were hit twice are left to a second run."""
    running, kills, dice = started(recipe, photos, out, "--jobs", "2"), 0, random.Random(0)
    while kills < most:
        known = done_in(out)
        if not when(lambda known=known: done_in(out) >= known + 2 and bool(children(running.pid)), running):
            break
        time.sleep(dice.uniform(0, 0.3))
        if found := children(running.pid):
            os.kill(dice.choice(found), signal.SIGKILL)
            kills += 1
    running.wait()
    finished(recipe, photos, out, "--jobs", "2")
    return kills


def command_killed(recipe: Path, photos: Path, out: Path, most: int) -> int:
    """Kill the command itself at random moments, and start it again, until all is done."""
    kills, dice = 0, random.Random(1)
    while kills < most:
        running, known = started(recipe, photos, out, "--jobs", "2"), done_in(out)
        if not when(lambda known=known: done_in(out) > known, running):
            return kills
        time.sleep(dice.uniform(0, 0.6))
        running.kill()
        running.wait()
        kills += 1
    finished(recipe, photos, out, "--jobs", "2")
    return kills


def dask_killed(recipe: Path, photos: Path, out: Path, most: int) -> int:
    """Kill a worker of a cluster again and again; another one is hired each time."""
    cluster, kills, dice = DaskHere(recipe.parent), 0, random.Random(2)
    try:
        workers = [cluster.hire(), cluster.hire()]
        running = started(recipe, photos, out, "--scheduler", cluster.address)
        while kills < min(most, 4):
            known = done_in(out)
            if not when(lambda known=known: done_in(out) >= known + 3, running):
                break
            workers.pop(dice.randrange(2)).kill()
            kills += 1
            workers.append(cluster.hire())
        running.wait()
    finally:
        cluster.close()
    return kills


if __name__ == "__main__":
    sys.exit(main())
