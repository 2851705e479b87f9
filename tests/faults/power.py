"""A power cut while files are saved, on a disk of their own: ext4, which holds writes back as long as it may.

Run as root: python tests/faults/power.py [CUTS]. The file behind a loop device is copied while a process
saves: what is in the copy is what the disk has at that moment. The copy is repaired, mounted and looked at.
The disk is mounted with noauto_da_alloc, without which ext4 guesses that a rename should wait for the data.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from saving import HOWS, contents, start

SIZE_MB = 24
KIND = "project"
LONGEST_S = 1.5  # between cuts; ext4 writes down what has become of names every second


def missing() -> str:
    """Return why power cannot be cut here, "" when it can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "only root can mount disks"
    tools = [tool for tool in ("mkfs.ext4", "e2fsck", "mount", "umount") if shutil.which(tool) is None]
    if tools:
        return f"there is no {tools[0]}"
    with tempfile.TemporaryDirectory() as folder:
        try:
            with disk(Path(folder)):
                return ""
        except (subprocess.CalledProcessError, OSError):
            return "loop devices cannot be mounted"


@contextlib.contextmanager
def disk(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Give the file behind a small disk, and where that is mounted."""
    behind, at = folder / "disk.img", folder / "disk"
    with behind.open("wb") as file:
        file.truncate(SIZE_MB << 20)
    subprocess.run(["mkfs.ext4", "-q", "-F", behind], check=True, capture_output=True)
    with mounted(behind, at, "loop,noauto_da_alloc,commit=1"):
        yield behind, at


@contextlib.contextmanager
def mounted(behind: Path, at: Path, how: str) -> Iterator[None]:
    at.mkdir(exist_ok=True)
    subprocess.run(["mount", "-o", how, behind, at], check=True, capture_output=True)
    try:
        yield
    finally:
        subprocess.run(["umount", at], check=True, capture_output=True)


def cuts(how: str, count: int, folder: Path) -> int:
    """Return how many of the copies hold a file that is neither the old nor the new one."""
    bad, rng = 0, random.Random(0)
    with disk(folder) as (behind, at):
        path = at / "saved.json"
        whole = contents(KIND, path)
        os.sync()
        process = start(KIND, how, path, folder / "home")
        try:
            for _ in range(count):
                time.sleep(rng.uniform(0, LONGEST_S))
                shutil.copyfile(behind, folder / "copy.img")
                bad += _after(folder) not in whole
        finally:
            process.kill()
            process.communicate()
    return bad


def _after(folder: Path) -> bytes | None:
    """Return what is in the file when the machine has started again; None when there is no such file."""
    copy = folder / "copy.img"
    subprocess.run(["e2fsck", "-fy", copy], check=False, capture_output=True)
    with mounted(copy, folder / "after", "loop"):
        path = folder / "after" / "saved.json"
        return path.read_bytes() if path.exists() else None


def main(count: int) -> bool:
    if reason := missing():
        print(f"not run: {reason}")
        return True
    print(f"{'written':8}  cuts  bad")
    held = True
    for how in HOWS:
        with tempfile.TemporaryDirectory() as folder:
            bad = cuts(how, count, Path(folder))
        print(f"{how:8}  {count:4}  {bad:3}", flush=True)
        held = held and (how != "ours" or not bad)
    return held


if __name__ == "__main__":
    sys.exit(not main(int(sys.argv[1]) if len(sys.argv) > 1 else 40))
