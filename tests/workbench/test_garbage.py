"""Garbage with Qt objects in it ends in the window's thread."""

import gc
import threading
from typing import ClassVar

from PySide6.QtCore import QObject

from palette_studio.workbench.engine import Engine, Job
from palette_studio.workbench.garbage import Collector


class Knot(QObject):
    """A cycle that only the collector can end, and that tells where it ended."""

    ended: ClassVar[list[int]] = []

    def __init__(self):
        super().__init__()
        self.myself = self
        self.child = QObject(self)

    def __del__(self):
        self.ended.append(threading.get_ident())


def litter(tick):
    """Allocate enough for several collections, were they not turned off."""
    return [[{"n": n}] for n in range(20_000)]


def test_a_busy_worker_never_ends_a_qt_object(qapp, qtbot):
    Knot.ended.clear()
    collector, engine = Collector(), Engine("test")
    for _ in range(50):
        Knot()
    with qtbot.waitSignal(engine.finished):
        engine.submit(Job("litter", litter))
    kept = [[] for _ in range(5000)]  # a collection is due
    qtbot.waitUntil(lambda: len(Knot.ended) == 50)
    assert kept
    assert set(Knot.ended) == {threading.get_ident()}
    engine.close()
    collector.close()


def test_the_interpreter_collects_again_when_the_last_collector_ends(qapp):
    first, second = Collector(), Collector()
    assert not gc.isenabled()
    first.close()
    assert not gc.isenabled()
    second.close()
    assert gc.isenabled()
