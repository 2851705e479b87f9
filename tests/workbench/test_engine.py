"""One job at a time, the newest of each topic; stop means stopped."""

import os
import sys
import threading

import pytest

from palette_studio.workbench.engine import Engine, Job


@pytest.fixture
def engine(qapp):
    made = Engine("test")
    yield made
    made.close()


class Gate:
    """A job that runs until it is let go, and tells when it has begun."""

    def __init__(self, result=None):
        self.began, self.go, self.result = threading.Event(), threading.Event(), result

    def __call__(self, tick):
        self.began.set()
        while not self.go.wait(0.005):
            tick(0.5)
        return self.result


def collect(engine):
    heard = []
    engine.finished.connect(lambda job, result: heard.append((job.topic, result)))
    return heard


def test_a_result_arrives_in_the_window_s_thread_as_the_same_object(engine, qtbot):
    value = object()
    with qtbot.waitSignal(engine.finished) as heard:
        engine.submit(Job("a", lambda tick: value))
    assert heard.args[1] is value


def test_work_runs_in_another_thread(engine, qtbot):
    with qtbot.waitSignal(engine.finished) as heard:
        engine.submit(Job("a", lambda tick: threading.get_ident()))
    assert heard.args[1] != threading.get_ident()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt sets the priority of a thread itself")
def test_work_gives_way_to_the_window(engine, qtbot):
    def niceness(tick=None):
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    with qtbot.waitSignal(engine.finished) as heard:
        engine.submit(Job("a", niceness))
    assert heard.args[1] > niceness()


def test_only_the_newest_waiting_job_of_a_topic_runs(engine, qtbot):
    heard, gate = collect(engine), Gate()
    engine.submit(Job("a", gate))
    gate.began.wait(5)
    for number in range(1000):
        engine.submit(Job("a", lambda tick, n=number: n))
    gate.go.set()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [("a", None), ("a", 999)]


def test_the_running_job_is_finished_and_shown_by_default(engine, qtbot):
    heard, gate = collect(engine), Gate("first")
    engine.submit(Job("a", gate))
    gate.began.wait(5)
    engine.submit(Job("a", lambda tick: "second"))
    gate.go.set()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert [result for _, result in heard] == ["first", "second"]


def test_a_job_that_stops_older_ones_stops_the_running_one(engine, qtbot):
    heard, gate = collect(engine), Gate("first")
    engine.submit(Job("a", gate))
    gate.began.wait(5)
    with qtbot.waitSignal(engine.canceled):
        engine.submit(Job("a", lambda tick: "second", stops_older=True))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("a", "second")]


def test_a_canceled_job_delivers_nothing_even_when_it_never_looks(engine, qtbot):
    heard, began, go = collect(engine), threading.Event(), threading.Event()

    def deaf(tick):
        began.set()
        go.wait(5)
        return "late"

    engine.submit(Job("a", deaf))
    began.wait(5)
    engine.cancel("a")
    with qtbot.waitSignal(engine.canceled):
        go.set()
    assert heard == []


def test_a_failing_job_is_reported_and_the_next_one_works(engine, qtbot, caplog):
    def fail(tick):
        raise ValueError("no such color")

    with qtbot.waitSignal(engine.failed) as heard:
        engine.submit(Job("a", fail))
    assert str(heard.args[1]) == "no such color"
    assert "no such color" in caplog.text
    with qtbot.waitSignal(engine.finished):
        engine.submit(Job("a", lambda tick: 1))


def test_topics_take_turns(engine, qtbot):
    heard, gate = collect(engine), Gate()
    engine.submit(Job("gate", gate))
    gate.began.wait(5)
    for number in range(3):
        for topic in "ab":
            engine.submit(Job(topic, lambda tick, n=number: n))
    gate.go.set()
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == [("gate", None), ("a", 2), ("b", 2)]


def test_progress_does_not_flood_the_window(engine, qtbot):
    news = []
    engine.progressed.connect(lambda job, fraction, partial: news.append(fraction))

    def busy(tick):
        for step in range(20_000):
            tick(step / 20_000)

    with qtbot.waitSignal(engine.finished):
        engine.submit(Job("a", busy))
    assert len(news) < 200


def test_closing_stops_the_running_job_and_ends_the_thread(qapp):
    engine, gate = Engine("test"), Gate()
    engine.submit(Job("a", gate))
    gate.began.wait(5)
    engine.close()
    assert not engine._thread.isRunning()


def test_an_engine_that_finishes_does_what_it_was_given_and_no_more(engine):
    done = []
    for topic in "abc":
        engine.submit(Job(topic, lambda tick, topic=topic: done.append(topic)))
    engine.finish()
    engine.submit(Job("d", lambda tick: done.append("d")))
    assert done == ["a", "b", "c"]
    assert not engine._thread.isRunning()
