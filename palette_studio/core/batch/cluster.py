"""A cluster of Dask: every photo is a task, and what a worker leaves undone goes to another one."""

from __future__ import annotations

import contextlib
import logging
import os
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, cast

from palette_studio import __version__
from palette_studio.core.batch.order import Order
from palette_studio.core.batch.run import BEGUN, News, Work
from palette_studio.core.batch.work import Outcome, Task

if TYPE_CHECKING:
    from distributed import Client, Future

MISSING = "A cluster needs Dask, which is not installed. Get it with: pip install 'palette-studio[cluster]'"
GOES_ON = "The same batch, started again, goes on where it ended."
ANSWER_S = 10  # for a scheduler, and for its workers to be there
HEARTBEAT_S = 0.1
MOST_TIMES = 4  # that a photo is given to workers
AHEAD = 2  # photos a thread of the workers that the scheduler knows of: the next one, and one to go on with


class Cluster:
    """The workers of a scheduler that runs already. A photo takes a thread of one, as Dask counts: one core.

    All must see the folders of the photos and of the results under the same names. Raises ValueError, before
    any work, where nobody answers, a worker has another Palette Studio, or does not see the results.
    """

    def __init__(self, address: str, work: Work, order: Order, ledger: Path) -> None:
        """ledger: a file in the folder of the results."""
        self._work, self._order, self._address = work, order.text, address
        self._client = _client(address)
        try:
            self._check(ledger)
        except BaseException:
            self.close()
            raise

    def outcomes(self, tasks: Sequence[tuple[int, Task]]) -> Iterator[News]:
        waiting, under_way, ended = deque(tasks), {}, SimpleQueue()
        times, by_number = Counter[int](), dict(tasks)
        name = f"palette-studio-{os.urandom(6).hex()}"
        try:
            while waiting or under_way:
                while waiting and len(under_way) < AHEAD * self._threads():
                    number, task = waiting.popleft()
                    arguments = self._work, self._order, task, __version__
                    key = f"{name}-{number}-{times[number]}"
                    future = self._client.submit(done_there, *arguments, key=key, pure=False)
                    times[number] += 1
                    under_way[number] = future
                    future.add_done_callback(lambda _, number=number: ended.put(number))
                    yield number, BEGUN
                try:
                    number = ended.get(timeout=HEARTBEAT_S)
                except Empty:
                    self._check_alive()
                    yield None
                    continue
                outcome = self._outcome(under_way.pop(number))
                if outcome is not None:
                    yield number, outcome
                elif times[number] < MOST_TIMES:
                    waiting.appendleft((number, by_number[number]))
                else:
                    raise ValueError(f"The scheduler at {self._address} dropped a photo. {GOES_ON}")
        finally:
            with contextlib.suppress(Exception):  # of a cluster that is gone already
                self._client.cancel(list(under_way.values()))
            self.close()

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self._client.close(timeout=ANSWER_S)

    def _threads(self) -> int:
        return max(1, sum(cast("dict[str, int]", self._client.nthreads()).values()))

    def _check(self, ledger: Path) -> None:
        from distributed import TimeoutError as Late

        try:
            self._client.wait_for_workers(1, timeout=ANSWER_S)
        except Late as error:
            raise ValueError(
                f"The scheduler at {self._address} has no workers. Start some: dask worker {self._address}"
            ) from error
        try:
            found = cast("dict[str, tuple[str, int]]", self._client.run(seen_there, str(ledger)))
        except Exception as error:  # of many kinds; all mean that it is not to be found there
            raise ValueError(
                f"A worker at {self._address} has no Palette Studio {__version__}: {error}. Install it there."
            ) from error
        size = ledger.stat().st_size
        for worker, (version, seen) in found.items():
            if version != __version__:
                raise ValueError(_another_version(worker, version))
            if seen != size:
                raise ValueError(
                    f"The worker {worker} does not see the folder {ledger.parent}. Photos and results must "
                    "lie on a disk that all workers share, under the same names."
                )

    def _check_alive(self) -> None:
        if self._client.status not in ("running", "connecting"):
            raise ValueError(f"The scheduler at {self._address} is gone. {GOES_ON}")

    def _outcome(self, future: Future) -> Outcome | None:
        """Return what became of a photo, in words also where no worker survived it.

        None: it went with its worker, as happens where that ends while its result is on the way.
        """
        if future.status == "finished":
            with contextlib.suppress(CancelledError):
                return future.result()
        if future.status != "error":
            self._check_alive()
            return None
        error = future.exception()
        words = f"No worker could do it: {type(error).__name__}: {error}".split("\n")[0]
        return {"result": "failed", "reason": words, "bytes": -1, "seconds": 0.0}


def done_there(work: Work, order: str, task: Task, version: str) -> Outcome:
    """Do one photo on a worker; one that came later may have another Palette Studio, or see other disks."""
    if version != __version__:
        raise ValueError(_another_version("that came later", __version__))
    from palette_studio.core.tick import no_tick
    from palette_studio.core.tiles import use_cores

    use_cores(1)
    outcome = work(order, task, no_tick)
    if outcome["result"] == "failed" and not Path(task[0]).exists():
        outcome["reason"] += " All workers must see the photos under the same names."
    return outcome


def seen_there(ledger: str) -> tuple[str, int]:
    """Return the version of a worker, and the size of a file as it sees it, -1 for none."""
    path = Path(ledger)
    return __version__, path.stat().st_size if path.exists() else -1


def _another_version(worker: str, version: str) -> str:
    return f"The worker {worker} has Palette Studio {version}, not {__version__}. Install the same on both."


def _client(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError as error:
        raise ValueError(MISSING) from error
    for name in [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters is told by errors
    try:
        try:
            return Client(address, timeout=ANSWER_S, set_as_default=False)
        except AssertionError:  # its own thread had not begun after 10 s, on a machine with too much to do
            return Client(address, timeout=ANSWER_S, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise ValueError(
            f"No Dask scheduler answers at {address}. Name one that runs, such as tcp://192.168.0.5:8786."
        ) from error
