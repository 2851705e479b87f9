"""``batch --sequence``: frames and videos through one recipe."""

from __future__ import annotations

import json

import cv2
import numpy as np
import pytest

from palette_studio.core.document import Document
from palette_studio.core.files import read_sequence
from palette_studio.core.files.video_out import VideoOut
from palette_studio.core.palette import Palette
from palette_studio.core.project import project_of, write_project
from palette_studio.core.recolor import recolor

FOUND = Palette.from_colors([(20, 20, 30), (200, 60, 50), (240, 240, 235)])
EDITED = FOUND.with_color(1, (58, 110, 165))


@pytest.fixture
def recipe(tmp_path):
    write_project(tmp_path / "recipe.json", project_of(Document(found=FOUND, edited=EDITED)))
    return tmp_path / "recipe.json"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "shot"
    made.mkdir()
    random = np.random.default_rng(0)
    for number in range(9):
        cv2.imwrite(str(made / f"f{number}.png"), random.integers(0, 256, (48, 64, 3), np.uint8))
    return made


def wanted(folder) -> list[np.ndarray]:
    return [recolor(pixels, FOUND, EDITED) for pixels in read_sequence(folder)]


def test_frames_become_frames_of_the_same_names(recipe, folder, tmp_path, run):
    code, told, said = run("batch", recipe, folder, "-o", tmp_path / "out", "--sequence", "--json")
    assert code == 0 and "9 frames done" in said and len(json.loads(told)) == 9
    made = read_sequence(tmp_path / "out")
    assert [path.name for path in made.paths] == [f"f{number}.png" for number in range(9)]
    for one, right in zip(made, wanted(folder), strict=True):
        assert np.array_equal(one, right)


def test_a_lossless_video_has_exactly_these_frames_and_becomes_frames_again(recipe, folder, tmp_path, run):
    out = tmp_path / "out"
    code, _, said = run("batch", recipe, folder, "-o", out, "--sequence", "--video", "mkv")
    assert code == 0, said
    for one, right in zip(read_sequence(out / "shot.mkv"), wanted(folder), strict=True):
        assert np.array_equal(one, right)
    assert [path.name for path in out.iterdir()] == ["shot.mkv"]
    assert run("batch", recipe, out / "shot.mkv", "-o", tmp_path / "again", "--sequence")[0] == 0
    assert len(list((tmp_path / "again").glob("frame-*.png"))) == 9


def test_a_video_that_plays_everywhere_is_about_the_same(recipe, folder, tmp_path, run):
    for path in folder.iterdir():
        cv2.imwrite(str(path), cv2.resize(cv2.imread(str(path))[:3, :4], (64, 48)))
    assert run("batch", recipe, folder, "-o", tmp_path, "--sequence", "--video", "mp4")[0] == 0
    for one, right in zip(read_sequence(tmp_path / "shot.mp4"), wanted(folder), strict=True):
        assert np.abs(one.astype(int) - right).mean() < 12


def test_a_frame_that_is_broken_is_told_and_held_in_the_video(recipe, folder, tmp_path, run):
    (folder / "f4.png").write_text("no frame")
    code, _, said = run("batch", recipe, folder, "-o", tmp_path / "out", "--sequence", "--video", "mkv")
    assert code == 1 and "f4.png is a text" in said
    made = list(read_sequence(tmp_path / "out" / "shot.mkv"))
    assert len(made) == 9 and np.array_equal(made[4], made[3])


def test_names_that_exist_are_not_replaced(recipe, folder, tmp_path, run):
    out = tmp_path / "out"
    out.mkdir()
    (out / "f3.png").write_text("mine")
    command = ("batch", recipe, folder, "-o", out, "--sequence", "--quiet")
    assert run(*command, "--conflict", "skip")[0] == 0 and (out / "f3.png").read_text() == "mine"
    assert run(*command, "--force")[0] == 0 and (out / "f3.png").read_bytes()[1:4] == b"PNG"


def test_what_makes_no_sense_is_refused(recipe, folder, tmp_path, run):
    assert run("batch", recipe, folder, "-o", folder, "--sequence")[0] == 1
    assert run("batch", recipe, folder, "-o", tmp_path / "out", "--sequence", "--jobs", 2)[0] == 2
    write_project(recipe, project_of(Document(workspace="segment")))
    code, _, said = run("batch", recipe, folder, "-o", tmp_path / "out", "--sequence")
    assert code == 2 and "flicker" in said


def test_a_video_that_is_stopped_leaves_what_was_there(tmp_path):
    path = tmp_path / "made.mkv"
    path.write_text("before")
    with pytest.raises(KeyboardInterrupt), VideoOut(path, (64, 48), 25) as out:
        out.add(np.zeros((48, 64, 3), np.uint8))
        raise KeyboardInterrupt
    assert path.read_text() == "before" and [one.name for one in tmp_path.glob("*.mkv")] == ["made.mkv"]
    assert not list(tmp_path.glob(".palette-studio*"))
