"""Kill the window in the middle of editing, again and again: every next start must offer the edits.

    python tests/faults/edits.py [--rounds 50] [--interval 1.0]

Each round starts the real window, recovers what the round before has left, edits several times a second, and
is killed (SIGKILL) at a random moment. Every edit is numbered by the color it gives a swatch, and told to the
one who kills before it is made.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
START_S = 120.0
SLACK_S = 0.5  # from the clock of a busy machine


@dataclass
class Seen:
    """What the rounds have shown. late_s: how old the oldest edit was that was lost, of each round."""

    offered: int = 0
    late_s: list[float] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--interval", type=float, default=1.0, help="seconds from an edit until it is safe")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--edit", action="store_true", help=argparse.SUPPRESS)  # what a round runs
    options = parser.parse_args()
    if options.edit:
        return edit()
    seen = kill_rounds(options.rounds, options.interval, random.Random(options.seed))
    report(seen, options)
    whole = seen.offered == options.rounds and not seen.problems
    return 0 if whole and max(seen.late_s) <= options.interval + SLACK_S else 1


def kill_rounds(rounds: int, interval: float, chance: random.Random) -> Seen:
    seen, edits = Seen(), {}
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "PALETTE_STUDIO_HOME": str(Path(folder) / "home"),
            "PALETTE_STUDIO_AUTOSAVE_S": str(interval),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "NUMBA_CACHE_DIR": os.environ.get("NUMBA_CACHE_DIR", str(ROOT / ".cache" / "kernels")),
        }
        photo = Path(folder) / "photo.jpg"
        photo.write_bytes((ROOT / "resources" / "samples" / "coffee.jpg").read_bytes())
        original, killed_at = photo.read_bytes(), 0.0
        for number in range(rounds + 1):
            window = subprocess.Popen(
                [sys.executable, __file__, "--edit"],
                env=environment,
                stdout=subprocess.PIPE,
                text=True,
                cwd=folder,
            )
            first = told(window, "recovered" if number else "opened")
            if number:
                judge(seen, int(first), edits, killed_at)
            edits = {} if number == rounds else edit_until(window, chance.uniform(2 * interval, 4 * interval))
            window.kill()
            killed_at = time.monotonic()
            edits |= rest_of(window, killed_at)
        if photo.read_bytes() != original:
            seen.problems.append("the photo itself has changed")
    return seen


def told(window: subprocess.Popen[str], word: str) -> str:
    """Return what the window says after a word."""
    assert window.stdout is not None
    for line in window.stdout:
        if line.startswith(word):
            return line.split()[1]
    raise SystemExit(f"the window ended without a word of {word}")


def edit_until(window: subprocess.Popen[str], seconds: float) -> dict[int, float]:
    """Return the edits that were made in this time, and when."""
    assert window.stdout is not None
    edits, end = {}, time.monotonic() + seconds
    while time.monotonic() < end:
        edits[int(window.stdout.readline().split()[1])] = time.monotonic()
    return edits


def rest_of(window: subprocess.Popen[str], killed_at: float) -> dict[int, float]:
    """Return the edits that were told, but not yet heard when the window was killed."""
    assert window.stdout is not None
    words = [line.split() for line in window.stdout]
    window.wait()
    return {int(line[1]): killed_at for line in words if len(line) == 2 and line[0] == "edit"}


def judge(seen: Seen, recovered: int, edits: dict[int, float], killed_at: float) -> None:
    """Note how much of the round before is back."""
    seen.offered += recovered > 0
    lost = [when for number, when in edits.items() if number > recovered]
    seen.late_s.append(max((killed_at - when for when in lost), default=0.0))


def report(seen: Seen, options: argparse.Namespace) -> None:
    late = sorted(seen.late_s)
    print(
        f"killed while editing: {options.rounds} times, {options.interval:g} s from an edit until it is safe"
    )
    print(f"recovery offered:     {seen.offered} of {options.rounds}")
    print(f"oldest edit lost:     median {late[len(late) // 2]:.2f} s, at most {late[-1]:.2f} s old")
    print(f"problems:             {'; '.join(seen.problems) or 'none; the photo is unchanged'}")


def edit() -> int:
    """One round: the window, offscreen, recovered or with the photo, edited until it is killed."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from palette_studio.app import create_window

    app = QApplication([])
    window, _ = create_window()
    studio = window.property("studio")
    window.show()
    count = 0

    def say(word: str, value: object) -> None:
        print(word, value, flush=True)

    def begin() -> None:
        """Wait for the start, recover what is offered, then edit."""
        if not all(engine.idle() for engine in studio.session.engines) or not studio.canvas_desk.warm:
            return
        waiting.stop()
        dialog = studio.session._dialog
        if dialog is None:
            studio.open(Path("photo.jpg"))
        else:
            dialog.recover.click()
        opening.start()

    def opened() -> None:
        nonlocal count
        if not len(studio.document.edited) or not all(engine.idle() for engine in studio.session.engines):
            return
        opening.stop()
        red, green, blue = studio.document.edited[0].color
        recovered = studio.window.isWindowModified()
        count = red << 16 | green << 8 | blue if recovered else 0
        say("recovered" if recovered else "opened", count)
        editing.start()

    def change() -> None:
        nonlocal count
        count += 1
        say("edit", count)
        color = count >> 16 & 255, count >> 8 & 255, count & 255
        studio.store.edit(f"edit {count}", studio.document.with_color(0, color))

    waiting, opening, editing = (QTimer(app, interval=ms) for ms in (20, 20, 100))
    for timer, do in ((waiting, begin), (opening, opened), (editing, change)):
        timer.timeout.connect(do)
    waiting.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
