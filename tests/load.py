"""The program under load, in figures: ``python tests/load.py [latest] [quit] [reopen] [big]``; no word: all.

latest: a thousand drag events with cancels and undo; the picture at the end is the document's, to the bit.
quit: the window is closed in the middle of every kind of work; seconds until the process has ended.
reopen: a photo of 12 MP is opened 20 times; what memory keeps.
big: a photo of 100 MP is opened, recolored by every method and exported; memory over the empty window.
Ends with 1 where a promise does not hold. Each measurement has a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("NUMBA_CACHE_DIR", str(ROOT / ".cache" / "kernels"))

from load_memory import BIG, big, reopen  # noqa: E402  after the environment
from load_quits import QUITS, quit_during  # noqa: E402
from load_window import latest, photo_of  # noqa: E402

END_S, OVER_MB, GROWN_MB = 3.0, 2500, 50
PATIENCE_S = 600


def child(*words: str) -> tuple[dict, float]:
    """Measure one thing in a process of its own; return what it says, and when it ended."""
    with tempfile.TemporaryDirectory() as home:
        env = os.environ | {"PALETTE_STUDIO_HOME": home}
        command = [sys.executable, __file__, "--child", *words]
        done = subprocess.run(
            command, capture_output=True, text=True, env=env, timeout=PATIENCE_S, check=False
        )
        ended = time.monotonic()
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        return {"error": f"rc {done.returncode}: {done.stderr[-1500:]}"}, ended
    return json.loads(lines[-1]) | {"rc": done.returncode}, ended


def measure_latest() -> bool:
    told, _ = child("latest")
    print("| drag events | cancels | undos | shown | older after newer | same as the document |")
    print("|---|---|---|---|---|---|")
    if "error" in told:
        print(told)
        return False
    print("|", " | ".join(str(value) for name, value in told.items() if name != "rc"), "|")
    return told["same"] and not told["older"]


def measure_quit() -> bool:
    print("| during | running | seconds until the end |\n|---|---|---|")
    good = True
    for kind in QUITS:
        told, ended = child("quit", kind)
        if "error" in told:
            print(f"| {kind} | {told['error']} | |", flush=True)
            good = False
            continue
        taken = ended - told["closed_at"]
        good &= taken < END_S and told["rc"] == 0
        print(f"| {kind} | {told['running']} | {taken:.2f} |", flush=True)
    return good


def measure_reopen() -> bool:
    told, _ = child("reopen", "20")
    if "error" in told:
        print(told)
        return False
    grown = told["mb"][-1] - told["mb"][2]
    print(f"12 MP opened 20 times, MB: {told['mb']}\ngrown from the third to the last: {grown:.0f} MB")
    return grown < GROWN_MB


def measure_big() -> bool:
    print("| work on 100 MP | empty window MB | peak over it MB | seconds |\n|---|---|---|---|")
    good = True
    for work in BIG:
        told, _ = child("big", work)
        if "error" in told:
            print(f"| {work} | {told['error']} | | |", flush=True)
            good = False
            continue
        good &= told["over_mb"] < OVER_MB
        print(
            f"| {work} | {told['empty_mb']:.0f} | {told['over_mb']:.0f} | {told['seconds']:.0f} |", flush=True
        )
    return good


MEASURED: dict[str, Callable[[], bool]] = {
    "latest": measure_latest,
    "quit": measure_quit,
    "reopen": measure_reopen,
    "big": measure_big,
}
IN_CHILD: dict[str, Callable[..., None]] = {
    "latest": latest,
    "quit": quit_during,
    "reopen": reopen,
    "big": big,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", help=", ".join(MEASURED))
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        IN_CHILD[options.child[0]](*options.child[1:])
    for size in ((4000, 3000), (12000, 8400)):
        photo_of(*size)
    bad = [name for name in options.what or MEASURED if not MEASURED[name]()]
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
