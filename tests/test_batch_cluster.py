"""A batch on a real Dask scheduler with two workers, on this machine: every photo once, none lost."""

from __future__ import annotations

import os
import signal
import sys
from collections import Counter

import pytest
from dask_here import DaskHere

from palette_studio.core.batch import Ledger, carry_out, order_of, plan
from palette_studio.core.batch.cluster import Cluster
from palette_studio.core.document import Document
from palette_studio.core.palette import Palette
from palette_studio.core.project import project_of, write_project

pytest.importorskip("distributed", reason="Dask is not installed: palette-studio[cluster]")


@pytest.fixture
def cluster(tmp_path):
    running = DaskHere(tmp_path)
    yield running
    running.close()


@pytest.fixture
def work():
    from palette_studio.nets.batch_work import work

    return work


@pytest.fixture
def project():
    found = Palette.from_colors([(36, 23, 17), (150, 90, 40), (217, 199, 168)])
    return project_of(Document(found=found, edited=found.with_color(1, (58, 110, 165))))


@pytest.fixture
def photos(tmp_path, coffee):
    from PIL import Image

    folder = tmp_path / "photos"
    folder.mkdir()
    with Image.open(coffee) as image:
        for number in range(24):
            image.save(folder / f"{number:02}.jpg")
    return folder


def test_a_worker_that_is_killed_loses_no_photo_and_none_is_done_twice(
    cluster, work, project, photos, tmp_path
):
    out = tmp_path / "out"
    out.mkdir()
    cluster.hire()
    doomed = cluster.hire()
    order = order_of(project, out)
    ledger = Ledger(out, order)
    items = plan(order, sorted(photos.iterdir()), ledger)
    ended = []
    for item in carry_out(items, Cluster(cluster.address, work, order, ledger.path), ledger):
        if item is None:
            continue
        items[item.number] = item
        ended += [item.source.name] * item.ended
        if len(ended) == 6 and doomed.poll() is None:
            os.kill(doomed.pid, signal.SIGKILL)
            doomed.wait()
    ledger.close()
    assert Counter(item.state for item in items) == {"done": 24}
    assert Counter(ended) == {path.name: 1 for path in photos.iterdir()}
    assert len(list(out.glob("*.png"))) == 24 and len({path.read_bytes() for path in out.glob("*.png")}) == 1
    text = ledger.path.read_text()
    assert text.count('"done"') == 24 and text.count('"planned"') == 24


def test_the_command_has_a_cluster_do_it_and_the_pixels_are_the_same(cluster, project, photos, tmp_path, run):
    cluster.hire()
    write_project(tmp_path / "recipe.json", project)
    (photos / "bad.jpg").write_text("no photo")
    options = (tmp_path / "recipe.json", photos, "-o")
    code, _, said = run("batch", *options, tmp_path / "there", "--scheduler", cluster.address)
    assert code == 1 and "24 done, 1 failed" in said and "bad.jpg is a text" in said
    run("batch", tmp_path / "recipe.json", photos / "00.jpg", "-o", tmp_path / "here", "--jobs", 1)
    assert (tmp_path / "there/00.png").read_bytes() == (tmp_path / "here/00.png").read_bytes()
    assert "24 done before" in run("batch", *options, tmp_path / "there", "--scheduler", cluster.address)[2]


def test_a_photo_that_goes_with_its_worker_is_given_to_another_one(cluster, work, project, photos, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    cluster.hire()
    order = order_of(project, out)
    ledger = Ledger(out, order)
    items = plan(order, sorted(photos.iterdir())[:3], ledger)
    crew = Cluster(cluster.address, work, order, ledger.path)
    submit, given = crew._client.submit, []

    def lost_at_first(*arguments, **how):
        future = submit(*arguments, **how)
        given.append(how["key"])
        if len(given) == 1:
            future.cancel()
        return future

    crew._client.submit = lost_at_first
    ended = [item.state for item in carry_out(items, crew, ledger) if item is not None and item.ended]
    ledger.close()
    assert ended == ["done"] * 3
    assert len(given) == len(set(given)) == 4


def test_a_scheduler_without_workers_is_told(cluster, project, photos, tmp_path, monkeypatch, run):
    from palette_studio.core.batch import cluster as clusters

    monkeypatch.setattr(clusters, "ANSWER_S", 1)
    write_project(tmp_path / "recipe.json", project)
    command = ("batch", tmp_path / "recipe.json", photos, "-o", tmp_path / "out", "--scheduler")
    code, _, said = run(*command, cluster.address)
    assert code == 1 and "has no workers" in said
    for nobody in ("tcp://127.0.0.1:9", "nonsense", "tcp://"):
        code, _, said = run(*command, nobody)
        assert code == 1 and "No Dask scheduler answers" in said, nobody


def test_a_worker_of_another_version_or_with_other_disks_is_refused(
    cluster, work, project, tmp_path, monkeypatch
):
    from palette_studio.core.batch import cluster as clusters

    out = tmp_path / "out"
    out.mkdir()
    cluster.hire()
    order = order_of(project, out)
    (out / "ledger").write_text("here")
    monkeypatch.setattr(clusters, "seen_there", only_here)
    with pytest.raises(ValueError, match="has no Palette Studio"):
        Cluster(cluster.address, work, order, out / "ledger")
    version = clusters.__version__
    monkeypatch.setattr(clusters, "seen_there", lambda ledger: (version, -1))
    with pytest.raises(ValueError, match="does not see the folder"):
        Cluster(cluster.address, work, order, out / "ledger")
    monkeypatch.undo()
    monkeypatch.setattr(clusters, "__version__", "0.0.0")
    with pytest.raises(ValueError, match=r"not 0\.0\.0"):
        Cluster(cluster.address, work, order, out / "ledger")


def only_here(ledger: str) -> tuple[str, int]:
    """A function of a module that no worker has."""
    return "", -1


def test_without_dask_the_command_says_how_to_get_it(project, photos, tmp_path, monkeypatch, run):
    monkeypatch.setitem(sys.modules, "distributed", None)
    write_project(tmp_path / "recipe.json", project)
    command = ("batch", tmp_path / "recipe.json", photos, "-o", tmp_path / "out", "--scheduler", "tcp://a:1")
    code, _, said = run(*command)
    assert code == 1 and "palette-studio[cluster]" in said
