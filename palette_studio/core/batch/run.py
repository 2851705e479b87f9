"""A batch under way: hands are given what is to be done, and every result is noted before it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from palette_studio.core.batch.ledger import Ledger
from palette_studio.core.batch.plan import STATES, Item
from palette_studio.core.batch.work import Outcome, Task
from palette_studio.core.tick import Tick

BEGUN: Outcome = {"result": "working"}
Work = Callable[[str, Task, Tick], Outcome]
News = tuple[int, Outcome] | None  # the number of a task and what became of it; None: nothing new


class Hands(Protocol):
    """Whoever does the work. Closing the iterator stops it: what is begun is dropped, what is done stays."""

    def outcomes(self, tasks: Sequence[tuple[int, Task]]) -> Iterator[News]: ...


@dataclass(frozen=True)
class Tally:
    """How many photos there are of each state."""

    counts: Counter[str]
    total: int

    @classmethod
    def of(cls, items: Iterable[Item]) -> Tally:
        counts = Counter(item.state for item in items)
        return cls(counts, counts.total())

    @property
    def ended(self) -> int:
        return self.total - self.counts["waiting"] - self.counts["working"]

    @property
    def words(self) -> str:
        """Such as "18 done, 1 failed", in English."""
        named = {"kept": "done before", "working": "stopped", "waiting": "not begun"}
        order = sorted(STATES, key=lambda state: state in named)
        told = [f"{self.counts[state]} {named.get(state, state)}" for state in order if self.counts[state]]
        return ", ".join(told) or "no photos"


def carry_out(items: Sequence[Item], hands: Hands, ledger: Ledger) -> Iterator[Item | None]:
    """Yield every item whose state changes, and None now and then while nothing does.

    What is waiting is done; targets are noted before that, and results before they are told. Closing the
    iterator stops the work.
    Raises FileError when the ledger cannot be written, ValueError when the hands cannot go on at all.
    """
    waiting = {item.number: item for item in items if item.state == "waiting" and item.target is not None}
    ledger.plan({item.source: item.target for item in waiting.values() if item.target is not None})
    tasks = [(n, (str(i.source), str(i.target), i.doubtful)) for n, i in waiting.items()]
    outcomes = hands.outcomes(tasks)
    try:
        for news in outcomes:
            if news is None:
                yield None
                continue
            number, outcome = news
            item, state = waiting[number], str(outcome["result"])
            if state == "working":
                yield replace(item, state=state)
                continue
            reason = str(outcome["reason"])
            if item.target is not None:
                ledger.note(item.source, item.target, state, size=outcome["bytes"], reason=reason)
            yield replace(item, state=state, reason=reason, seconds=round(outcome["seconds"], 3))
    finally:
        outcomes.close()  # type: ignore[attr-defined]  # hands are generators
