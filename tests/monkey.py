"""A monkey at the real window: random events, hostile files at hand; what breaks, stops or grows is told.

``python tests/monkey.py --seeds 3 --events 5000``. Each seed has a process of its own. To see one again:
``python tests/monkey.py --seed 2 --events 1234``. Ends with 1 where one of the facts does not hold.

It saves, closes (the next window opens in the same process, over what dead runs may have left), recovers,
opens damaged projects and does batches. What the system would ask, it answers; outside of its home the disk
is read-only, whatever folder it types.

Memory is read in one state: the same photo, nothing edited, no work under way. Its slope is that of the
second half alone: in the first half the windows that it closes end, each of which leaves something with Qt;
the second half is the life of one window. Libraries and networks (some 300 MB) are loaded before all of it.
glibc gives back what is freed at once (``TIGHT``): by itself it keeps up to 64 MB a thread for later.
"""

from __future__ import annotations

import argparse
import faulthandler
import gc
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("NUMBA_CACHE_DIR", str(ROOT / ".cache" / "kernels"))

from monkey_fodder import Fodder, made_projects  # noqa: E402  after the environment that imports read
from monkey_hand import Hand  # noqa: E402
from monkey_home import come_home, unrest, warm_up  # noqa: E402
from monkey_life import Life  # noqa: E402
from monkey_watch import Fence, Memory, Pulse, Troubles  # noqa: E402
from PySide6.QtCore import QEventLoop, QObject, Qt, QThread, QTimer, Slot  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from shiboken6 import isValid  # noqa: E402

SLOPE = 4096  # bytes an event that may stay
NOTE_EVERY = 250
LOST_S = 1.0  # after which an event that is due is given up
LAST = 50  # events that are told when something is wrong
TIGHT = {"MALLOC_MMAP_THRESHOLD_": "262144", "MALLOC_TRIM_THRESHOLD_": "131072"}
END_S = 3.0  # in which the program ends, whatever it is doing


@dataclass
class Told:
    """What one monkey found. troubles: exceptions, Qt's warnings, jobs that broke, work that never ended."""

    seed: int
    events: int
    seconds: float = 0.0
    troubles: list[str] = field(default_factory=list)
    gaps: list[tuple[float, str]] = field(default_factory=list)
    longest_gap: float = 0.0
    slope: float = 0.0
    first_mb: float = 0.0
    last_mb: float = 0.0
    end_s: float = 0.0
    windows: int = 0
    refused: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    last_events: list[str] = field(default_factory=list)

    @property
    def holds_true(self) -> bool:
        small = not self.slope >= SLOPE  # nan: too few events to tell
        return not self.troubles and not self.gaps and small and self.end_s < END_S


class Monkey(QObject):
    """Does one event after the other while the window lives in its own event loop."""

    def __init__(self, life: Life, fodder: Fodder, told: Told, log: Path) -> None:
        super().__init__()
        self._life, self._fodder, self.pulse = life, fodder, Pulse()
        self.hand = Hand(life.window, fodder, told.seed)
        self._seed, self._left = told.seed, iter(range(told.events))
        self._due = False
        self._busy, self.lost = False, 0
        self.troubles: list[str] = []
        self._pace = QTimer(self, interval=100)
        self._pace.timeout.connect(self._on_pace)
        self._loops = [-1]  # how many event loops ran when each event under way began
        self.memory, self._loop = Memory(), QEventLoop()
        self._log = os.open(log, os.O_WRONLY | os.O_APPEND)  # unbuffered: it outlives a crash
        self.hand.tell = lambda words: os.write(self._log, words.encode())

    def run(self) -> None:
        self._soon(0)
        self._pace.start()
        self._loop.exec()
        self._pace.stop()

    def _soon(self, ms: int) -> None:
        """Do the next event then. Each has its own timer: one that fires now cannot fire in a loop within."""
        timer = QTimer(self, singleShot=True, interval=ms)
        timer.timeout.connect(self._next)
        timer.timeout.connect(timer.deleteLater)
        timer.start()
        self._timer, self._due_at = timer, time.monotonic() + ms / 1000

    @Slot()
    def _on_pace(self) -> None:
        """Go on where a timer got lost, as happens among the loops that QTest makes."""
        if time.monotonic() > self._due_at + LOST_S and not self._busy:
            if isValid(self._timer):
                self._timer.stop()
            self.lost += 1
            self._soon(0)

    @Slot()
    def _next(self) -> None:
        loops = QThread.currentThread().loopLevel()
        if loops <= self._loops[-1]:  # QTest looks after events too: this one is not done yet
            self._soon(2)
            return
        if self._life.gone:
            self._go_on(loops)
            return
        number = next(self._left, None)
        if number is None:
            self._leave()
            return
        if number % NOTE_EVERY == 0:
            self._due = True
        if self._due and loops == 1:
            self._due = False
            self._busy = True
            self.memory.note(number, come_home(self._life, self._fodder))
            self.troubles += unrest(self._life.window)
            self._busy = False
        # Before the event: it may open a loop of its own (a menu, a drag), in which the next ones come.
        self._soon(self.hand.pause_ms(number))
        self._loops.append(loops)
        os.write(self._log, f"{number} {'  ' * loops}".encode())
        try:
            self.hand.act(number)
        finally:
            self._loops.pop()
            os.write(self._log, f"{self.hand.done[-1]}\n".encode())

    def _go_on(self, loops: int) -> None:
        """Open the next window, as soon as nothing is under way in the one that was closed."""
        if loops == 1:
            self._busy = True
            self.pulse.rest()
            self.hand.take(self._life.renew(self._fodder, self._seed))
            self._life.window.painted_first.connect(self.pulse.go_on)
            self._busy = False
        else:
            self._end_loop()
        self._soon(10)

    @Slot()
    def _leave(self) -> None:
        """End when the loops that events have opened have ended."""
        if len(self._loops) > 1:
            self._end_loop()
            QTimer.singleShot(10, self, self._leave)
        else:
            self._loop.quit()

    def _end_loop(self) -> None:
        """End the menu or the drag that an event has begun."""
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        else:
            QTest.keyClick(self._life.window.windowHandle(), Qt.Key.Key_Escape)


def watch(seed: int, events: int, log: Path) -> Told:
    """Let one monkey at one window, in this process. log: a file that gets a line an event."""
    told, troubles = Told(seed, events), Troubles()
    faulthandler.register(signal.SIGUSR1)  # for a look at one that hangs
    app = QApplication.instance() or QApplication(["palette-studio"])
    app.setQuitOnLastWindowClosed(False)  # the next one opens
    with tempfile.TemporaryDirectory() as home:
        fodder = at_home(Path(home))
        fence = Fence([Path(home), log.parent, Path(os.environ["NUMBA_CACHE_DIR"])])
        troubles.listen()
        life = Life()
        warm_up(life, fodder)
        document = life.window.property("studio").document
        fodder = replace(fodder, projects=made_projects(document, Path(home) / "files" / "projects"))
        digests = fodder.digests()
        monkey, start = Monkey(life, fodder, told, log), time.monotonic()
        monkey.run()
        told.seconds, told.windows = time.monotonic() - start, life.opened
        print(f"  {monkey.lost} timers got lost", file=sys.stderr)
        told.last_events = list(monkey.hand.done)
        troubles.found += monkey.troubles + unrest(life.window)
        monkey.pulse.rest()
        told.gaps, told.longest_gap = monkey.pulse.gaps, monkey.pulse.longest
        told.slope = monkey.memory.slope()
        told.first_mb, told.last_mb = (monkey.memory.read[n][1] / 1e6 for n in (0, -1))
        life.let_close()
        told.end_s = ended(life.close, troubles)
        if digests != fodder.digests():
            troubles.found.append("a photo was written to")
        told.refused = fence.refused
        os.chdir(ROOT)
    assert app is not None
    told.troubles, told.messages = troubles.found, troubles.messages
    return told


def at_home(home: Path) -> Fodder:
    """Have everything that this process writes in one folder, and the monkey's files in it."""
    os.environ["PALETTE_STUDIO_HOME"] = str(home / "home")
    os.environ["HOME"] = os.environ["TMPDIR"] = tempfile.tempdir = str(home)
    fodder = Fodder.in_folder(home / "files")
    os.chdir(fodder.folder)
    return fodder


def ended(close: object, troubles: Troubles) -> float:
    """Close the window; return the seconds until its threads have ended, and tell of those that are left.

    One that is inside a long call, as an encoder's, ends a little later than the window.
    """
    start = time.monotonic()
    close()
    gc.unfreeze()  # where the studio keeps its own
    threads = [t for t in gc.get_objects() if type(t) is QThread and t.objectName()]
    left = [t.objectName() for t in threads if not t.wait(_ms_until(start + END_S))]
    taken = time.monotonic() - start
    if left:
        troubles.found.append(f"threads left: {left}")
    others = [t.name for t in threading.enumerate() if not t.daemon and t is not threading.main_thread()]
    others = [name for name in others if not name.startswith("rows")]
    if others:
        troubles.found.append(f"threads left: {others}")
    return taken


def _ms_until(end: float) -> int:
    return max(0, round((end - time.monotonic()) * 1000))


def in_child(seed: int, events: int) -> Told:
    """Let a monkey at a window in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        answer, log = Path(folder) / "answer.json", Path(folder) / "log.txt"
        log.touch()
        command = [
            sys.executable,
            "-X",
            "faulthandler",
            __file__,
            "--seed",
            str(seed),
            "--events",
            str(events),
        ]
        child = subprocess.run([*command, "--answer", folder], check=False, env=os.environ | TIGHT)
        if answer.exists():
            return Told(**json.loads(answer.read_text()))
        last = log.read_text(errors="replace").splitlines()[-LAST:]
        return Told(seed, events, troubles=[f"the process ended with {child.returncode}"], last_events=last)


def report(told: Told) -> None:
    """Print what is wrong, with what led to it."""
    for trouble in dict.fromkeys(told.troubles):
        print(f"--- seed {told.seed}, {told.troubles.count(trouble)} times:\n{trouble}")
    for gap, stacks in told.gaps:
        print(f"--- seed {told.seed}: stood still for {gap:.1f} s\n{stacks}")
    if not told.holds_true:
        print(f"--- seed {told.seed}, its last events:", *told.last_events, sep="\n  ")
    print(f"--- seed {told.seed}, {told.windows} windows, messages shown: {len(told.messages)}")
    for refused in sorted(set(told.refused)):
        print(f"  not written, outside of the monkey's home: {refused}")


def table(all_told: list[Told]) -> None:
    print(
        "\n| seed | events | seconds | troubles | gaps > 2 s | longest ms | memory MB | bytes/event | end s |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for t in all_told:
        grown = f"{t.first_mb:.0f} → {t.last_mb:.0f}"
        figures = f"{len(t.troubles)} | {len(t.gaps)} | {t.longest_gap * 1000:.0f} | {grown} | {t.slope:.0f}"
        print(f"| {t.seed} | {t.events} | {t.seconds:.0f} | {figures} | {t.end_s:.1f} |")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3, help="how many monkeys, one after the other")
    parser.add_argument("--seed", type=int, help="this one alone")
    parser.add_argument("--events", type=int, default=5000)
    parser.add_argument("--answer", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.answer:
        told = watch(options.seed, options.events, options.answer / "log.txt")
        (options.answer / "answer.json").write_text(json.dumps(asdict(told)))
        from palette_studio.app import leave

        leave(0)
    seeds = range(1, options.seeds + 1) if options.seed is None else [options.seed]
    all_told = []
    for seed in seeds:
        all_told.append(in_child(seed, options.events))
        report(all_told[-1])
    table(all_told)
    return 0 if all(told.holds_true for told in all_told) else 1


if __name__ == "__main__":
    sys.exit(main())
