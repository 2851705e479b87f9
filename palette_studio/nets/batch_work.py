"""One photo of a batch by whoever is told to do it: this process, one of ours, or a machine of a cluster.

Nothing is imported until there is work: a process first says how many cores it may take.
"""

from __future__ import annotations

from palette_studio.core.batch.work import Outcome, Task
from palette_studio.core.tick import Tick, no_tick


def work(order: str, task: Task, tick: Tick = no_tick) -> Outcome:
    """Do one photo and return what became of it, see ``core.batch.work.done``."""
    from palette_studio.core.batch.work import done
    from palette_studio.nets.making import base_of

    return done(order, task, base_of, tick)
