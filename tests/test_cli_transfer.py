"""The command line transfers colors as the function does, and says how it went."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image

from palette_studio.core.files import read_photo
from palette_studio.core.transfer import transfer


@pytest.fixture
def reference(photo, tmp_path):
    with Image.open(photo) as image:
        turned = Image.merge("RGB", image.convert("RGB").split()[::-1])
    turned.rotate(90, expand=True).save(tmp_path / "reference.png")
    return tmp_path / "reference.png"


@pytest.mark.parametrize("method", ["full-color-even", "full-color", "reinhard"])
def test_it_writes_the_function_s_pixels(method, photo, reference, run, tmp_path):
    out = tmp_path / "out.png"
    words = ("--method", method, "--strength", 0.8, "--luminance", 0.9, "--intensity", 1.1)
    assert run("transfer", photo, "--reference", reference, *words, "-o", out) == (0, "", "")
    wanted = transfer(
        read_photo(photo).pixels,
        read_photo(reference).pixels,
        method=method,
        strength=0.8,
        luminance=0.9,
        intensity=1.1,
    )
    assert np.array_equal(read_photo(out).pixels, wanted)


def test_a_part_of_the_reference_and_pairs_of_swatches_can_be_named(photo, reference, run, tmp_path):
    out, wanted = tmp_path / "out.png", read_photo(reference).pixels
    words = ("--method", "palette-transport", "--part", "0,0.5,1,0.5", "--pair", "2:1", "--pair", "1:3")
    assert run("transfer", photo, "--reference", reference, *words, "-o", out) == (0, "", "")
    lower = wanted[round(wanted.shape[0] / 2) :]
    made = transfer(read_photo(photo).pixels, lower, method="palette-transport", forced=[(1, 0), (0, 2)])
    assert np.array_equal(read_photo(out).pixels, made)


def test_json_tells_the_measures_before_and_after(photo, reference, run, tmp_path):
    code, out, err = run("transfer", photo, "--reference", reference, "--json", "-o", tmp_path / "out.png")
    assert code == 0 and err == ""
    found = json.loads(out)
    assert found["measured_px"] == 256
    assert found["after"]["swd"] < found["before"]["swd"] / 2
    assert found["before"]["structure"] == pytest.approx(1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--weights", "mine.safetensors"), "--weights are those of hue-net; add --method hue-net"),
        (("--luminance", "7"), "luminance is 7.0; give a number from 0 to 2"),
        (("--part", "0,0,1"), "four shares are meant"),
        (("--part", "0.5,0,1,1"), "does not lie within the reference"),
        (("--pair", "0:1"), "two numbers from 1 on are meant"),
        (("--pair", "1:1"), "pairs of swatches are for palette-transport"),
        (("--json", "-o", "-"), "--json and -o - would both write to stdout"),
    ],
)
def test_what_cannot_be_is_said(words, said, photo, reference, run, tmp_path):
    out = () if "-o" in words else ("-o", tmp_path / "out.png")
    code, _, err = run("transfer", photo, "--reference", reference, *words, *out)
    assert code != 0 and said in err and "Traceback" not in err
