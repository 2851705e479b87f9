"""Engine: one QThread, one running job, the newest waiting job of each topic."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Lock, get_native_id
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from palette_studio.core.tick import Canceled, Tick

REPORT_S = 1 / 30  # faster news than this floods the window
NICENESS = 5
END_MS = 900  # that the window waits for the last job: three engines make less than 3 s
log = logging.getLogger(__name__)
# Their last job is inside one long call; a QThread deleted now ends the process
_lingering: list[Engine] = []


@dataclass(frozen=True, eq=False)
class Job:
    """A plain function from values to a value, run away from the window.

    topic: a newer job of the same topic replaces this one while it waits. stops_older: it also stops the
    running one. text: what the status line says while it runs ("" for work too short to mention).
    """

    topic: str
    run: Callable[[Tick], Any]
    stops_older: bool = False
    text: str = ""


class _Worker(QObject):
    """Lives in the engine's thread; takes jobs from the mailbox until it is empty."""

    started = Signal(object)
    progressed = Signal(object, float, object)
    finished = Signal(object, object)
    failed = Signal(object, object)
    canceled = Signal(object)

    def __init__(self, mailbox: _Mailbox) -> None:
        super().__init__()
        self._mailbox = mailbox

    @Slot()
    def give_way(self) -> None:
        """Leave the processor to the window when it has something to do, as do threads begun from here."""
        if sys.platform == "linux":  # where Qt's priorities have no effect
            os.setpriority(os.PRIO_PROCESS, get_native_id(), NICENESS)

    @Slot()
    def work(self) -> None:
        while (taken := self._mailbox.take()) is not None:
            self._run(*taken)

    @Slot()
    def end(self) -> None:
        """End the thread, after all that was asked before."""
        self.thread().quit()

    def _run(self, job: Job, stop: Event) -> None:
        self.started.emit(job)
        try:
            result = job.run(self._tick(job, stop))
        except Canceled:
            self.canceled.emit(job)
        except Exception as error:  # the window says it; nothing is swallowed
            log.exception("%s failed", job.topic)
            self.failed.emit(job, error)
        else:
            if stop.is_set():
                self.canceled.emit(job)
            else:
                self.finished.emit(job, result)
        finally:
            self._mailbox.done()

    def _tick(self, job: Job, stop: Event) -> Tick:
        last = 0.0

        def tick(fraction: float, partial: object = None) -> None:
            nonlocal last
            if stop.is_set():
                raise Canceled
            now = time.monotonic()
            if now - last >= REPORT_S or partial is not None:
                last = now
                self.progressed.emit(job, fraction, partial)

        return tick


class _Mailbox:
    """The newest waiting job of each topic, and the flag that stops the running one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: dict[str, Job] = {}
        self._running: tuple[Job, Event] | None = None
        self._on_the_way = 0  # jobs taken whose end the window has not heard of
        self._closed = False

    def put(self, job: Job) -> None:
        with self._lock:
            if self._closed:
                return
            self._waiting[job.topic] = job
            if job.stops_older:
                self._stop_running(job.topic)

    def take(self) -> tuple[Job, Event] | None:
        with self._lock:
            if not self._waiting:
                return None
            topic = next(iter(self._waiting))
            self._running = self._waiting.pop(topic), Event()
            self._on_the_way += 1
            return self._running

    def done(self) -> None:
        with self._lock:
            self._running = None

    def heard(self) -> None:
        with self._lock:
            self._on_the_way -= 1

    def drop(self, topic: str) -> None:
        with self._lock:
            self._waiting.pop(topic, None)
            self._stop_running(topic)

    def seal(self) -> None:
        with self._lock:
            self._closed = True

    def close(self) -> None:
        with self._lock:
            self._closed = True
            self._waiting.clear()
            if self._running:
                self._running[1].set()

    def idle(self) -> bool:
        with self._lock:
            return not self._waiting and not self._on_the_way

    def _stop_running(self, topic: str) -> None:
        if self._running and self._running[0].topic == topic:
            self._running[1].set()


class Engine(QObject):
    """Runs jobs one after the other in its own thread; signals arrive in the window's thread."""

    started = Signal(object)  # Job
    progressed = Signal(object, float, object)  # Job, 0..1, partial result or None
    finished = Signal(object, object)  # Job, result
    failed = Signal(object, object)  # Job, Exception
    canceled = Signal(object)  # Job
    _wake = Signal()
    _last = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailbox = _Mailbox()
        self._thread = QThread(self)
        self._thread.setObjectName(name)
        self._worker = _Worker(self._mailbox)
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.give_way)
        self._wake.connect(self._worker.work)
        self._last.connect(self._worker.end)
        for name_ in ("started", "progressed", "finished", "failed", "canceled"):
            getattr(self._worker, name_).connect(getattr(self, name_))
        for ended in (self._worker.finished, self._worker.failed, self._worker.canceled):
            ended.connect(self._on_ended)  # after the signals above: what they reached has been done
        self._thread.start(QThread.Priority.LowPriority)

    def submit(self, job: Job) -> None:
        """Run ``job`` when its turn comes; it replaces a waiting job of its topic."""
        self._mailbox.put(job)
        self._wake.emit()

    def cancel(self, topic: str) -> None:
        """Drop the waiting job of ``topic`` and stop the running one at its next tick."""
        self._mailbox.drop(topic)

    def idle(self) -> bool:
        """Whether nothing waits or runs and every result has been delivered."""
        return self._mailbox.idle()

    @Slot()
    def _on_ended(self) -> None:
        self._mailbox.heard()

    def stop(self) -> None:
        """Take no more jobs and stop the running one at its next tick; does not wait for that."""
        self._mailbox.close()
        self._thread.quit()

    def finish(self) -> None:
        """Take no more jobs, do those that wait, and end."""
        self._mailbox.seal()
        self._last.emit()
        self._thread.wait(END_MS)
        self.close()

    def close(self) -> None:
        """Stop and wait for the thread to end, but not long.

        A job inside one long call (an encoder) goes on in vain until it returns or the process ends; what it
        writes appears whole or not at all.
        """
        self.stop()
        if not self._thread.wait(END_MS):
            self.setParent(None)
            _lingering.append(self)
