"""``train hue-net``: photos in, weights out, stopped and resumed."""

import numpy as np
import pytest
from PIL import Image

from palette_studio.nets.hue_net.run import HueNet


@pytest.fixture
def photos(tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    rng = np.random.default_rng(0)
    for n in range(4):
        color = rng.integers(0, 256, (1, 1, 3))
        pixels = np.clip(color + rng.normal(0, 20, (50, 60, 3)), 0, 255).astype(np.uint8)
        Image.fromarray(pixels).save(folder / f"{n}.png")
    return folder


def train(run, photos, out, *more):
    return run("train", "hue-net", "--data", photos, "--out", out, "--width", 4, "--device", "cpu", *more)


def test_photos_become_weights_that_load(run, photos, tmp_path):
    out = tmp_path / "mine.safetensors"
    code, _, said = train(run, photos, out, "--steps", 2)
    assert code == 0, said
    assert HueNet.load(out).recipe.width == 4
    assert "step 2/2" in out.with_suffix(".log").read_text()


def test_more_steps_go_on_from_the_last(run, photos, tmp_path):
    out = tmp_path / "mine.safetensors"
    train(run, photos, out, "--steps", 1)
    code, _, said = train(run, photos, out, "--steps", 2)
    assert code == 0
    assert "going on from step 1" in said
    assert out.with_suffix(".log").read_text().count("\n") == 2


def test_a_checkpoint_of_another_recipe_is_kept_and_told(run, photos, tmp_path):
    out = tmp_path / "mine.safetensors"
    train(run, photos, out, "--steps", 1)
    code, _, said = train(run, photos, out, "--steps", 2, "--seed", 3)
    assert code != 0
    assert "another recipe or seed" in said


@pytest.mark.parametrize(
    ("more", "words"),
    [(("--steps", 0), "at least one step"), (("--steps", 1, "--recipe", "none"), "invalid choice")],
)
def test_wishes_without_meaning_are_refused(run, photos, tmp_path, more, words):
    code, _, said = train(run, photos, tmp_path / "mine.safetensors", *more)
    assert code != 0
    assert words in said


def test_a_folder_without_photos_and_a_name_of_another_kind_are_refused(run, photos, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    code, _, said = train(run, empty, tmp_path / "mine.safetensors", "--steps", 1)
    assert code != 0
    assert "no pictures to learn from" in said
    code, _, said = train(run, photos, tmp_path / "mine.pt", "--steps", 1)
    assert code != 0
    assert "mine.pt" in said
