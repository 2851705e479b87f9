"""``evaluate hue-net``: pairs of flowers measured, by every method, in one run."""

import io
import json
import tarfile

import numpy as np
import pytest
from PIL import Image

from palette_studio.core.transfer import METHODS
from palette_studio.nets.hue_net import HueNet
from palette_studio.nets.hue_net.model import Generator
from palette_studio.nets.hue_net.recipe import Recipe


@pytest.fixture
def flowers(tmp_path):
    folder = tmp_path / "flowers"
    folder.mkdir()
    rng = np.random.default_rng(0)
    with tarfile.open(folder / "flowers.tar.gz", "w:gz") as archive:
        for name, color in (("a.webp", (200, 60, 50)), ("b.webp", (60, 90, 210))):
            pixels = np.clip(color + rng.normal(0, 25, (60, 50, 3)), 0, 255).astype(np.uint8)
            data = io.BytesIO()
            Image.fromarray(pixels).save(data, "WEBP", lossless=True)
            member = tarfile.TarInfo(f"flowers/{name}")
            member.size = len(data.getvalue())
            archive.addfile(member, io.BytesIO(data.getvalue()))
    (folder / "pairs.csv").write_text("source,target\na.webp,b.webp\n")
    return folder


@pytest.fixture
def weights(tmp_path):
    file = tmp_path / "net.safetensors"
    HueNet(Generator(Recipe(width=4, size=32, bins=32, rotation=True, resize=True, histograms=True))).save(
        file
    )
    return file


@pytest.fixture(autouse=True)
def methods():
    before = dict(METHODS)
    yield
    METHODS.clear()
    METHODS.update(before)


def test_every_method_is_measured_on_every_pair(run, flowers, weights):
    code, out, said = run("evaluate", "hue-net", "--data", flowers, "--weights", weights, "--json")
    assert code == 0, said
    means = json.loads(out)["flowers"]["means"]
    assert {"hue-net", "hue-fit", "full-color", "reinhard", "idt-regrain"} <= set(means)
    assert means["hue-fit"]["emd"] < means["hue-net"]["emd"]
    code, out, _ = run("evaluate", "hue-net", "--data", flowers, "--weights", weights)
    assert code == 0
    assert "a > b" in out
    assert "flowers, 1 pairs" in out


def test_what_is_missing_is_told(run, flowers, weights, tmp_path):
    code, _, said = run("evaluate", "hue-net", "--data", tmp_path, "--weights", weights)
    assert code != 0
    assert "pairs.csv" in said
    assert "Traceback" not in said
