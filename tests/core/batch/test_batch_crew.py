"""Processes of our own: one that dies takes one photo with it at most, and none stays behind."""

from __future__ import annotations

import os

import faulty_hands
import pytest

from palette_studio.core.batch import Ledger, carry_out, order_of, plan
from palette_studio.core.batch.crew import Crew
from palette_studio.core.document import Document
from palette_studio.core.project import project_of


@pytest.fixture
def out(tmp_path, monkeypatch):
    from pathlib import Path

    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def carried_out(tmp_path, out, names, count=2, stop_when=lambda items: False):
    """Have a crew do files of these names; return what became of them, by name, and its processes."""
    made, files = order_of(project_of(Document()), out), []
    for name in names:
        (tmp_path / name).write_text(name)
        files.append(tmp_path / name)
    ledger, crew, processes = Ledger(out, made), Crew(faulty_hands.work, made, count, cores=1), set()
    items = plan(made, files, ledger)
    changes = carry_out(items, crew, ledger)
    for item in changes:
        processes |= set(crew.processes)
        if item is not None:
            items[item.number] = item
        if stop_when(items):
            break
    changes.close()
    ledger.close()
    assert not any(map(alive, processes))
    return {item.source.name: item for item in items}, processes


def test_many_hands_do_every_photo_once(tmp_path, out):
    found, processes = carried_out(tmp_path, out, [f"{n}.png" for n in range(12)])
    assert {item.state for item in found.values()} == {"done"} and len(processes) == 2
    begun = [line.split() for line in (out / "begun.txt").read_text().splitlines()]
    assert sorted(name for name, _ in begun) == sorted(found)
    assert {int(process) for _, process in begun} <= processes


def test_a_photo_whose_process_dies_once_is_done_by_the_next(tmp_path, out):
    found, processes = carried_out(tmp_path, out, ["a.png", "dies-once.png", "b.png", "c.png"])
    assert {item.state for item in found.values()} == {"done"} and len(processes) <= 3


def test_a_photo_that_kills_two_processes_has_failed_and_the_rest_is_done(tmp_path, out):
    found, processes = carried_out(tmp_path, out, ["a.png", "kills.png", "b.png", "c.png"])
    bad = found.pop("kills.png")
    assert bad.state == "failed" and "signal 9" in bad.reason and "twice" in bad.reason
    assert {item.state for item in found.values()} == {"done"} and len(processes) <= 4


def test_stopping_drops_what_is_under_way_and_keeps_what_is_done(tmp_path, out):
    def enough(items):
        return sum(item.state == "done" for item in items) == 2 and any(i.state == "working" for i in items)

    found, _ = carried_out(tmp_path, out, ["a.png", "b.png", "forever.png"], stop_when=enough)
    assert [found[name].state for name in ("a.png", "b.png", "forever.png")] == ["done", "done", "working"]
    assert sorted(path.name for path in out.glob("*.png")) == ["a.png", "b.png"]


def test_a_photo_that_never_ends_is_given_up(tmp_path, out, monkeypatch):
    from palette_studio.core.batch import crew

    monkeypatch.setattr(crew, "LONGEST_S", 1.5)
    found, _ = carried_out(tmp_path, out, ["a.png", "forever.png"])
    assert found["a.png"].state == "done"
    assert found["forever.png"].state == "failed" and "minutes" in found["forever.png"].reason
