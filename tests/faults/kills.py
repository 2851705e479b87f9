"""kill -9 at random moments of a save: the file is the old or the new one, whole, and nothing is left behind.

Run: python tests/faults/kills.py [ROUNDS]. 200 kills of each kind, and of the same content written in place.
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from saving import KINDS, PHOTO, contents, start

SAVED = ("photo export", "project", "settings")
LONGEST_S = 0.2  # from the first whole save to the kill


def kills(kind: str, how: str, rounds: int, folder: Path) -> dict[str, int]:
    """Return how many of the files that were being written when the process was killed are bad.

    swept: temporary files that the next start found. left: files beside the target after it.
    """
    home = folder / "home"
    os.environ["PALETTE_STUDIO_HOME"] = str(home)
    from palette_studio.core.files.leftovers import sweep

    path = folder / KINDS[kind][0]
    path.parent.mkdir(parents=True, exist_ok=True)
    whole, rng = contents(kind, path), random.Random(0)
    usual = {*path.parent.iterdir(), path}
    found = {"kills": rounds, "truncated": 0, "lost": 0, "swept": 0, "left": 0}
    for _ in range(rounds):
        process = start(kind, how, path, home)
        time.sleep(rng.uniform(0, LONGEST_S))
        process.kill()
        process.communicate()
        found["lost"] += not path.exists()
        found["truncated"] += path.exists() and path.read_bytes() not in whole
        found["swept"] += sweep()
        found["left"] += len(set(path.parent.iterdir()) - usual)
    return found


def main(rounds: int) -> bool:
    """Print a row for each kind of file; say whether ours are all whole."""
    held, source = True, hashlib.sha256(PHOTO.read_bytes()).digest()
    print(f"{'':14} {'written':8} kills  truncated  lost  swept by the next start  left behind")
    for kind in SAVED:
        for how in ("ours", "plain"):
            with tempfile.TemporaryDirectory() as folder:
                found = kills(kind, how, rounds, Path(folder))
            print(
                f"{kind:14} {how:8} {found['kills']:5}  {found['truncated']:9}  {found['lost']:4}"
                f"  {found['swept']:23}  {found['left']:11}",
                flush=True,
            )
            if how == "ours":
                held = held and not (found["truncated"] or found["lost"] or found["left"])
    same = hashlib.sha256(PHOTO.read_bytes()).digest() == source
    print(f"the source is {'unchanged' if same else 'CHANGED'}")
    return held and same


if __name__ == "__main__":
    sys.exit(not main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
