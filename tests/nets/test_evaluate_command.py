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
    (tmp_path / "photos").mkdir()
    for name in "cd":
        pixels = np.clip(rng.normal((90, 120, 80), 30, (40, 60, 3)), 0, 255).astype(np.uint8)
        Image.fromarray(pixels).save(tmp_path / "photos" / f"{name}.png")
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
    given = "--data", flowers, "--weights", weights, "--ablation", weights
    code, out, said = run("evaluate", "hue-net", *given, "--photos", flowers.parent / "photos", "--json")
    assert (code, said) == (0, "")
    found = json.loads(out)
    assert set(found) == {"flowers", "photos", "truth", "targets", "left_out"}
    means = found["flowers"]["means"]
    assert [*means][:4] == ["hue-net", "hue-net, no MI", "its start alone", "hue-fit"]
    assert {"full-color-fast", "reinhard", "transport-linear", "idt", "idt-regrain"} <= set(means)
    assert means["hue-fit"]["emd"] < means["hue-net"]["emd"] <= 1
    assert means["hue-net"] == means["hue-net, no MI"]
    assert found["truth"]["means"]["reinhard"]["psnr"] > 10
    assert found["left_out"] == []


def test_the_tables_are_read_in_a_hundred_columns(run, flowers, weights):
    given = "--data", flowers, "--weights", weights, "--ablation", weights
    code, out, _ = run("evaluate", "hue-net", *given, "--photos", flowers.parent / "photos")
    assert code == 0
    for words in ("a > b", "flowers, 1 pairs", "truth, 2 pairs", "full-color better than idt-regrain", "met"):
        assert words in out
    assert max(map(len, out.splitlines())) <= 100


def test_what_cannot_be_measured_is_left_out_and_said(run, flowers, tmp_path, monkeypatch):
    from palette_studio.nets import runtime

    monkeypatch.setattr(runtime, "shipped", lambda name: tmp_path / "none.safetensors")
    strips = tmp_path / "strips"
    code, out, said = run("evaluate", "hue-net", "--data", flowers, "--strips", strips)
    assert code == 0
    assert "hue-net is left out" in said and "no MI” is left out" in said
    assert "hue-fit" in out and "full-color" in out
    assert (strips / "strips-1.png").is_file()


def test_what_is_missing_is_told(run, flowers, weights, tmp_path):
    code, _, said = run("evaluate", "hue-net", "--data", tmp_path, "--weights", weights)
    assert code != 0
    assert "pairs.csv" in said
    assert "Traceback" not in said
