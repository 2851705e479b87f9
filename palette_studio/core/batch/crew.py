"""Processes of our own: a photo that takes one of them down takes nothing else with it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, NoReturn

from palette_studio.core.batch.order import Order
from palette_studio.core.batch.run import BEGUN, News, Work
from palette_studio.core.batch.work import Outcome, Task
from palette_studio.core.tick import Canceled

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

HEARTBEAT_S = 0.1
GRACE_S = 1.0  # for a process to drop its photo, before it is ended
LONGEST_S = 1800.0  # a photo that takes longer never ends
TRIES = 2
NICENESS = 10
_SPAWN = multiprocessing.get_context("spawn")


@dataclass
class _Job:
    """A photo in work. tries: how many processes have begun it."""

    number: int
    task: Task
    tries: int = 0


@dataclass
class _Hand:
    """A process and what it is at."""

    process: SpawnProcess
    connection: Connection
    job: _Job | None = None
    since: float = 0.0


class Crew:
    """``count`` processes, each of which has one photo in memory; a process that ends is replaced.

    A photo that ended two of them has failed. cores: that each may take. low: they give way to others.
    """

    def __init__(self, work: Work, order: Order, count: int, *, cores: int = 0, low: bool = False) -> None:
        self._count = count
        cores = cores or max(1, (os.cpu_count() or 1) // count)
        self._arguments = work, order.text, cores, low
        self._hands: list[_Hand] = []

    @property
    def processes(self) -> list[int]:
        """The ids of those that run."""
        return [hand.process.pid for hand in self._hands if hand.process.pid is not None]

    def outcomes(self, tasks: Sequence[tuple[int, Task]]) -> Iterator[News]:
        waiting = deque(_Job(number, task) for number, task in tasks)
        try:
            while waiting or any(hand.job for hand in self._hands):
                for job in self._given(waiting):
                    yield job.number, BEGUN
                yield from self._heard(waiting)
                yield None
        finally:
            self.close()

    def close(self) -> None:
        """Have every process drop its photo, and end."""
        hands, self._hands = self._hands, []
        for hand in hands:
            hand.connection.close()
        until = time.monotonic() + GRACE_S
        for end in (lambda one: None, lambda one: one.terminate(), lambda one: one.kill()):
            for hand in hands:
                end(hand.process)
            for hand in hands:
                hand.process.join(max(0.0, until - time.monotonic()))
            hands = [hand for hand in hands if hand.process.is_alive()]
            until = time.monotonic() + GRACE_S

    def _given(self, waiting: deque[_Job]) -> list[_Job]:
        """Give photos to all who have none; return those begun for the first time."""
        begun = []
        while waiting:
            free = next((hand for hand in self._hands if hand.job is None), None)
            if free is None and len(self._hands) == self._count:
                break
            hand = free or self._hired()
            job = waiting.popleft()
            job.tries += 1
            hand.job, hand.since = job, time.monotonic()
            with contextlib.suppress(OSError):  # it has just ended: that is heard in a moment
                hand.connection.send(job.task)
            if job.tries == 1:
                begun.append(job)
        return begun

    def _hired(self) -> _Hand:
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_serve, args=(theirs, *self._arguments), daemon=True)
        process.start()
        theirs.close()
        hand = _Hand(process, ours)
        self._hands.append(hand)
        return hand

    def _heard(self, waiting: deque[_Job]) -> Iterator[News]:
        said = wait([hand.connection for hand in self._hands], HEARTBEAT_S)
        for hand in [hand for hand in self._hands if hand.connection in said]:
            try:
                outcome = hand.connection.recv()
            except (EOFError, OSError):
                yield from self._lost(hand, waiting, _death(hand))
                continue
            assert hand.job is not None
            job, hand.job = hand.job, None
            yield job.number, outcome
        for hand in [one for one in self._hands if one.job and time.monotonic() - one.since > LONGEST_S]:
            hand.process.kill()
            hand.process.join()
            yield from self._lost(hand, waiting, f"It was not done within {LONGEST_S / 60:.0f} minutes")

    def _lost(self, hand: _Hand, waiting: deque[_Job], why: str) -> Iterator[News]:
        """Let a process go that has ended; its photo is tried once more."""
        self._hands.remove(hand)
        hand.connection.close()
        job = hand.job
        if job is None:
            return
        if job.tries < TRIES:
            waiting.appendleft(job)
            return
        reason = f"{why}, twice. The file may be damaged, or need more memory than is free."
        yield job.number, {"result": "failed", "reason": reason, "bytes": -1, "seconds": 0.0}


def _death(hand: _Hand) -> str:
    hand.process.join(GRACE_S)
    code = hand.process.exitcode
    how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
    return f"The process that was at work on it ended ({how})"


def _serve(connection: Connection, work: Work, order: str, cores: int, low: bool) -> None:
    """Do what is sent, one photo after the other, until the other end is closed: in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started us says when it is over
    signal.signal(signal.SIGTERM, _leave)
    if low and sys.platform != "win32":
        os.nice(NICENESS)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = str(cores)  # before numpy is imported
    from palette_studio.core.tiles import use_cores

    use_cores(cores)

    def tick(fraction: float, partial: object = None) -> None:
        if connection.poll():
            raise Canceled

    try:
        while True:
            task: Task = connection.recv()
            outcome: Outcome = work(order, task, tick)
            connection.send(outcome)
    except (EOFError, OSError, Canceled):
        return


def _leave(number: int, frame: object) -> NoReturn:
    """End by an error, so that what is half written is removed on the way."""
    raise SystemExit(1)
