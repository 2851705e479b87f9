"""Training, judging and using the colorizers from the command line, from a folder of photos to a picture."""

import json

import numpy as np
import pytest
import torch
from PIL import Image

from palette_studio.core.colorize.paint import lightness
from palette_studio.core.files import read_photo
from palette_studio.nets import runtime


@pytest.fixture(scope="module")
def photos(tmp_path_factory):
    """An unpacked photos128 of few photos: index.csv with file, split, label and licence."""
    folder = tmp_path_factory.mktemp("photos128")
    rng = np.random.default_rng(0)
    rows = ["file,split,label,licence"]
    for split, count in (("train", 8), ("val", 3), ("test", 4)):
        (folder / split).mkdir()
        for n in range(count):
            blocks = rng.integers(30, 226, (4, 4, 3), dtype=np.uint8)
            picture = Image.fromarray(blocks).resize((128, 128), Image.Resampling.BICUBIC)
            picture.save(folder / split / f"{split}{n}.png")
            rows.append(f"{split}/{split}{n}.png,{split},{'odd' if n % 2 else 'even'},places")
    (folder / "index.csv").write_text("\n".join(rows))
    return folder


@pytest.fixture
def trained(photos, tmp_path, run, monkeypatch):
    """Weights of a few steps."""
    out = tmp_path / "auto.safetensors"
    code, _, said = run(
        "train",
        "let-there-be-color",
        "--data",
        photos,
        "--out",
        out,
        *["--steps", "2", "--width", "0.125", "--batch", "4"],
    )
    assert code == 0, said
    return out


def test_a_training_writes_weights_curves_and_a_checkpoint(trained):
    weights = runtime.load(trained)
    assert json.loads(weights.about["kinds"]) == ["even", "odd"]
    assert trained.with_suffix(".csv").read_text().startswith("step,seconds,color,kind,psnr\n2,")
    assert trained.with_suffix(".checkpoint").is_file()


def test_a_training_of_other_photos_is_not_gone_on_with(trained, photos, run):
    options = ["--steps", "4", "--width", "0.125", "--batch", "2"]
    code, _, said = run("train", "let-there-be-color", "--data", photos, "--out", trained, *options)
    assert code == 1
    assert "another recipe" in said


def test_a_training_begins_with_weights_of_its_own_kind_alone(trained, photos, tmp_path, run):
    words = ["train", "let-there-be-color", "--data", photos, "--out", tmp_path / "on.safetensors"]
    options = ["--steps", "1", "--batch", "4", "--rate", "0"]
    code, _, said = run(*words, *options, "--width", "0.125", "--begin-with", trained)
    assert code == 0, said
    before, after = (runtime.load(each).tensors for each in (trained, tmp_path / "on.safetensors"))
    assert all(torch.equal(before[name], after[name]) for name in before if name.endswith("0.weight"))
    (tmp_path / "on.checkpoint").unlink()
    code, _, said = run(*words, *options, "--width", "0.25", "--begin-with", trained)
    assert code == 1
    assert "of no such recipe" in said


def test_hints_are_trained_on_top_and_all_of_it_is_measured(trained, photos, tmp_path, run):
    hints = tmp_path / "hints.safetensors"
    options = ["--steps", "1", "--batch", "2"]
    code, _, said = run("train", "hints", "--data", photos, "--out", hints, "--automatic", trained, *options)
    assert code == 0, said
    code, told, said = run(
        "evaluate", "colorize", "--data", photos, "--weights", trained, "--hints", hints, "--json"
    )
    assert code == 0, said
    found = json.loads(told)
    assert found["automatic"]["gray"]["all"]["colorfulness"] == pytest.approx(0, abs=0.5)
    oracle, gray = (found["automatic"][name]["scene"]["psnr"] for name in ("own mean color (oracle)", "gray"))
    assert oracle > gray
    assert len(found["hints"]["Levin 2004"]) == len(found["hints"]["hints"]) == 7
    assert found["hints"]["Levin 2004"][-1] > found["hints"]["Levin 2004"][0]
    assert set(found["palette"]) == {"all", "scene"}
    told_by = ("--weights", trained, "--hints", hints, "--strips", tmp_path / "seen")
    code, told, _ = run("evaluate", "colorize", "--data", photos, *told_by)
    assert code == 0
    assert "let-there-be-color, vivid" in told
    assert (tmp_path / "seen" / "strips-1.png").is_file()


def test_a_photo_is_colored_in_its_own_lightness(trained, photos, tmp_path, run):
    out = tmp_path / "made.png"
    code, _, said = run(
        "colorize",
        photos / "test" / "test0.png",
        "--weights",
        trained,
        "--style",
        photos / "val" / "val0.png",
        "-o",
        out,
    )
    assert code == 0, said
    before, after = (read_photo(path).pixels for path in (photos / "test" / "test0.png", out))
    assert np.abs(lightness(after) - lightness(before)).mean() < 0.2


@pytest.mark.parametrize(
    ("mode", "size"),
    [("L", (31, 17)), ("LA", (9, 40)), ("I;16", (20, 20)), ("CMYK", (24, 16)), ("L", (1, 1))],
)
def test_odd_files_get_color_too(mode, size, trained, tmp_path, run):
    rng = np.random.default_rng(0)
    if mode == "I;16":
        picture = Image.fromarray(rng.integers(0, 65536, size[::-1], dtype=np.uint16))
    else:
        picture = (
            Image.fromarray(rng.integers(0, 256, (*size[::-1], 3), dtype=np.uint8)).convert("L").convert(mode)
        )
    path = tmp_path / ("odd.tif" if mode == "CMYK" else "odd.png")
    picture.save(path)
    code, _, said = run("colorize", path, "--weights", trained, "-o", tmp_path / "made.png")
    assert code == 0, said
    made, photo = read_photo(tmp_path / "made.png"), read_photo(path)
    assert (made.width, made.height, made.bits) == (*size, photo.bits)
    assert made.pixels.shape == photo.pixels.shape


def test_without_weights_it_says_which_are_missing(photos, tmp_path, run, monkeypatch):
    monkeypatch.setattr(runtime, "shipped", lambda name: tmp_path / f"{name}.safetensors")
    for model in ("let-there-be-color", "deep-colorization"):
        code, _, said = run(
            "colorize", photos / "test" / "test0.png", "--model", model, "-o", tmp_path / "x.png"
        )
        assert code == 1
        assert f"{model}.safetensors" in said


def test_a_damaged_model_is_refused_by_its_digest(trained, photos, tmp_path, run):
    trained.with_suffix(".json").write_text('{"sha256": "0"}')
    code, _, said = run(
        "colorize", photos / "test" / "test0.png", "--weights", trained, "-o", tmp_path / "x.png"
    )
    assert code == 1
    assert "damaged" in said


def test_deep_colorization_is_trained_from_scenes_and_used(photos, tmp_path, run):
    scenes, rng = tmp_path / "scenes", np.random.default_rng(1)
    scenes.mkdir()
    rows = ["file,mask,split,colour_ok"]
    for n in range(20):
        mask = rng.integers(1, 4, (4, 4), dtype=np.uint8).repeat(32, 0).repeat(32, 1)
        colors = np.array([(0, 0, 0), (200, 60, 50), (60, 160, 70), (70, 90, 200)])[mask]
        pixels = (colors + rng.normal(0, 8, (128, 128, 1))).clip(0, 255).astype(np.uint8)
        Image.fromarray(pixels).save(scenes / f"{n}.jpg", quality=95)
        Image.fromarray(mask).save(scenes / f"{n}.png")
        rows.append(f"{n}.jpg,{n}.png,train,1")
    (scenes / "seg_index.csv").write_text("\n".join(rows))
    out = tmp_path / "deep.safetensors"
    options = ["--steps", "2", "--every", "2", "--pixel-steps", "60"]
    code, _, said = run("train", "deep-colorization", "--data", scenes, "--out", out, *options)
    assert code == 0, said
    assert "all 20 photos" in said
    photo = photos / "test" / "test1.png"
    code, _, said = run(
        "colorize", photo, "--model", "deep-colorization", "--weights", out, "-o", tmp_path / "made.png"
    )
    assert code == 0, said
    before, after = (read_photo(path).pixels for path in (photo, tmp_path / "made.png"))
    assert np.abs(lightness(after) - lightness(before)).mean() < 0.2


def test_a_folder_without_scenes_says_what_it_should_hold(tmp_path, run):
    code, _, said = run("train", "deep-colorization", "--data", tmp_path, "--out", tmp_path / "x.safetensors")
    assert code == 1
    assert "seg_index.csv" in said
