"""The command ``batch``: what it writes, what it says, and how it ends."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from palette_studio.core.document import Document
from palette_studio.core.palette import Palette
from palette_studio.core.project import project_of, write_project


@pytest.fixture
def recipe(tmp_path):
    found = Palette.from_colors([(36, 23, 17), (150, 90, 40), (217, 199, 168)])
    document = Document(found=found, edited=found.with_color(1, (58, 110, 165)))
    write_project(tmp_path / "recipe.json", project_of(document))
    return tmp_path / "recipe.json"


@pytest.fixture
def photos(tmp_path, photo):
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in ("one", "two", "three"):
        (folder / f"{name}.png").write_bytes(photo.read_bytes())
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_is_done_and_the_second_time_nothing(jobs, recipe, photos, tmp_path, run):
    out = tmp_path / "made" / "out"
    code, told, said = run("batch", recipe, photos, "-o", out, "--jobs", jobs)
    assert (code, told) == (0, "") and "3 done" in said
    assert sorted(path.name for path in out.glob("*.png")) == ["one.png", "three.png", "two.png"]
    before = {path: path.stat().st_mtime_ns for path in out.glob("*.png")}
    assert "3 done before" in run("batch", recipe, photos, "-o", out)[2]
    assert {path: path.stat().st_mtime_ns for path in out.glob("*.png")} == before


def test_the_pixels_are_those_of_recolor(recipe, photos, tmp_path, run):
    run("batch", recipe, photos / "one.png", "-o", tmp_path / "out", "--quiet")
    from palette_studio.core.files import read_photo

    colors = ["#241711,#965A28,#D9C7A8", "#241711,#3A6EA5,#D9C7A8"]
    run("recolor", photos / "one.png", "--from", colors[0], "--to", colors[1], "-o", tmp_path / "alone.png")
    made, alone = read_photo(tmp_path / "out" / "one.png"), read_photo(tmp_path / "alone.png")
    assert (made.pixels == alone.pixels).all()


def test_one_bad_file_is_told_and_the_rest_is_done(recipe, photos, tmp_path, run):
    (photos / "bad.jpg").write_text("no photo")
    code, told, said = run("batch", recipe, photos, photos / "gone.png", "-o", tmp_path / "out", "--json")
    assert code == 1
    results = {Path(item["photo"]).name: item for item in json.loads(told)}
    assert [name for name, item in results.items() if item["result"] == "failed"] == ["bad.jpg", "gone.png"]
    assert results["one.png"]["result"] == "done" and results["one.png"]["target"].endswith("out/one.png")
    assert "bad.jpg is a text" in said and "gone.png does not exist" in said and "3 done, 2 failed" in said


def test_quiet_says_only_what_failed(recipe, photos, tmp_path, run):
    assert run("batch", recipe, photos, "-o", tmp_path / "out", "--quiet") == (0, "", "")
    (photos / "bad.jpg").write_text("no photo")
    code, told, said = run("batch", recipe, photos, "-o", tmp_path / "out", "--quiet")
    assert (code, told, said.count("\n")) == (1, "", 1)


def test_a_dry_run_writes_nothing(recipe, photos, tmp_path, run):
    out = tmp_path / "out"
    code, told, _ = run("batch", recipe, photos, "-o", out, "--dry-run", "--template", "{name}-{k}")
    assert code == 0 and f"{photos / 'one.png'} -> {out / 'one-3.png'}\n" in told
    assert not out.exists()


def test_names_that_are_taken_follow_the_rule(recipe, photos, tmp_path, run):
    out = tmp_path / "out"
    out.mkdir()
    (out / "one.png").write_text("mine")
    one = photos / "one.png"
    assert "1 skipped" in run("batch", recipe, one, "-o", out, "--conflict", "skip")[2]
    run("batch", recipe, one, "-o", out)
    assert (out / "one.png").read_text() == "mine" and (out / "one-2.png").exists()
    run("batch", recipe, one, "-o", out, "--force", "--again", "--template", "one")
    assert (out / "one.png").read_bytes() == (out / "one-2.png").read_bytes()


def test_what_makes_no_sense_is_refused(recipe, photos, tmp_path, run):
    out = ("-o", tmp_path / "out")
    assert run("batch", recipe, photos, *out, "--jobs", 2, "--scheduler", "tcp://a:1")[0] == 2
    assert run("batch", recipe, photos, *out, "--jobs", 0)[0] == 2
    assert run("batch", recipe, photos, *out, "--indexed")[0] == 2
    assert run("batch", recipe, photos, *out, "--quality", 101)[0] == 2
    assert run("batch", recipe, photos, *out, "--video", "mp4")[0] == 2
    assert run("batch", recipe, "-", *out)[0] == 2
    assert run("batch", photos / "one.png", photos, *out)[0] == 1
    assert run("batch", recipe, tmp_path / "out", *out)[0] == 1
    code, _, said = run("batch", recipe, photos, "-o", photos / "one.png")
    assert code == 1 and "is a file, not a folder" in said


@pytest.fixture
def interruptible():
    """A run of tests that a shell put into the background has its children ignore interrupts too."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupt_keeps_what_is_done_and_the_same_command_goes_on(jobs, recipe, photos, tmp_path, coffee):
    from PIL import Image

    with Image.open(coffee) as image:
        for number in range(18):
            image.resize((1200, 800)).save(photos / f"large-{number:02}.jpg")
    out = tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "palette_studio",
        "batch",
        recipe,
        photos,
        "-o",
        out,
        "--jobs",
        str(jobs),
    ]
    running = subprocess.Popen(
        [*map(str, command)], stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    ledger = out / ".palette-studio-batch.jsonl"
    while not (ledger.exists() and ledger.read_text().count('"done"') >= 3):
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(0.02)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to all of its processes
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130 and "The same command goes on" in said and "Traceback" not in said
    done = ledger.read_text().count('"done"')
    assert 3 <= done < 21 and done <= len(list(out.glob("*.png"))) <= done + jobs
    assert not list(out.glob("*.tmp")) and not list(out.glob(".*.tmp"))
    again = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, timeout=200)
    assert again.returncode == 0 and f"{done} done before" in again.stderr
    assert len(list(out.glob("*.png"))) == 21
