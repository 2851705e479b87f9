"""Learned methods from the command line and from Python, beside the classics."""

import numpy as np
import pytest
from PIL import Image

from palette_studio.core.files import read_lut
from palette_studio.core.lut import graded
from palette_studio.core.transfer import METHODS, transfer
from palette_studio.nets.hue_net import HueNet
from palette_studio.nets.hue_net.model import Generator
from palette_studio.nets.hue_net.recipe import Recipe
from palette_studio.nets.painting import join

SMALL = Recipe(width=4, size=32, bins=32, rotation=True, resize=True, histograms=True, hint=True)


@pytest.fixture
def files(tmp_path, coffee):
    rocket = coffee.with_name("rocket.jpg")
    for name, path in (("photo", coffee), ("reference", rocket)):
        with Image.open(path) as image:
            pixels = np.asarray(image.convert("RGB").resize((90, 60)))
        Image.fromarray(pixels).save(tmp_path / f"{name}.png")  # without the profile of the file
    return tmp_path / "photo.png", tmp_path / "reference.png"


@pytest.fixture
def methods():
    before = dict(METHODS)
    yield
    METHODS.clear()
    METHODS.update(before)


def pixels_of(path):
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def test_a_fit_gives_the_same_pixels_by_command_and_by_name(run, files, tmp_path, methods):
    photo, reference = files
    out = tmp_path / "out.png"
    code, _, said = run("transfer", photo, "--reference", reference, "--method", "hue-fit", "-o", out)
    assert code == 0, said
    join()
    made = transfer(pixels_of(photo), pixels_of(reference), method="hue-fit")
    np.testing.assert_array_equal(pixels_of(out), made)


def test_what_was_fitted_is_written_as_a_table_too(run, files, tmp_path, methods):
    photo, reference = files
    out, table = tmp_path / "out.png", tmp_path / "look.cube"
    code, _, said = run(
        *("transfer", photo, "--reference", reference, "--method", "hue-fit"),
        *("--lut", table, "-o", out),
    )
    assert code == 0, said
    lut = read_lut(table)
    assert (lut.title, lut.size) == ("look", 33)
    off = np.abs(graded(pixels_of(photo), lut).astype(int) - pixels_of(out)).mean()
    assert off < 8
    assert f"33 nodes; {off:.1f} of 255 from the result in the mean" in said


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--lut", "look.cube"), "add --method hue-fit"),
        (("--method", "hue-fit", "--lut", "look.txt"), ".cube"),
        (("--method", "hue-fit", "--lut", "look.cube", "--strength", "0.5"), "leave out --strength"),
    ],
)
def test_a_table_that_would_not_be_the_result_is_refused_before_any_work(
    run, files, tmp_path, options, words
):
    photo, reference = files
    out = tmp_path / "out.png"
    code, _, said = run("transfer", photo, "--reference", reference, *options, "-o", out)
    assert code == 2
    assert words in said
    assert not out.exists()


def test_a_table_that_is_there_is_replaced_only_if_forced(run, files, tmp_path):
    photo, reference = files
    table = tmp_path / "look.cube"
    table.write_text("mine")
    given = ("transfer", photo, "--reference", reference, "--method", "hue-fit", "--lut", table)
    code, _, said = run(*given, "-o", tmp_path / "out.png")
    assert code != 0
    assert "--force" in said
    assert table.read_text() == "mine"


def test_weights_of_one_s_own_are_used(run, files, tmp_path, methods):
    photo, reference = files
    weights, out = tmp_path / "mine.safetensors", tmp_path / "out.png"
    net = HueNet(Generator(SMALL))
    net.save(weights)
    code, _, said = run(
        *("transfer", photo, "--reference", reference, "--method", "hue-net"),
        *("--weights", weights, "-o", out),
    )
    assert code == 0, said
    np.testing.assert_array_equal(pixels_of(out), net.transfer(pixels_of(photo), pixels_of(reference)))


def test_missing_weights_are_told_and_nothing_is_written(run, files, tmp_path, methods):
    photo, reference = files
    out = tmp_path / "out.png"
    code, _, said = run(
        *("transfer", photo, "--reference", reference, "--method", "hue-net"),
        *("--weights", tmp_path / "none.safetensors", "-o", out),
    )
    assert code != 0
    assert "none.safetensors" in said
    assert not out.exists()


def test_strength_and_look_hold_for_learned_methods_too(files, methods):
    join()
    photo, reference = (pixels_of(path) for path in files)
    assert transfer(photo, reference, method="hue-fit", strength=0) is not None
    np.testing.assert_array_equal(transfer(photo, reference, method="hue-fit", strength=0), photo)
    pale = transfer(photo, reference, method="hue-fit", intensity=0)
    assert np.ptp(pale.astype(int), axis=-1).max() <= 2
