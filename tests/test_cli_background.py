"""``background`` and ``evaluate background`` from the command line."""

import json

import cv2
import numpy as np
import pytest
from PIL import Image

from palette_studio.core.evaluate import background as evaluated
from palette_studio.core.evaluate.sequences import Sequence
from palette_studio.core.mixture import BackgroundMixture, despeckled


@pytest.fixture(scope="module")
def shots():
    return list(Sequence("static", 31, (48, 40), 12))


@pytest.fixture
def frames(shots, tmp_path):
    folder = tmp_path / "frames"
    folder.mkdir()
    for number, shot in enumerate(shots):
        Image.fromarray(shot.pixels).save(folder / f"in{number:03}.png")
    return folder


def test_masks_are_what_the_model_says(frames, shots, run, tmp_path):
    out = tmp_path / "out"
    assert run("background", frames, "-o", out, "--components", 4, "--median", 3) == (0, "", "")
    model = BackgroundMixture(components=4)
    for number, shot in enumerate(shots):
        with Image.open(out / f"in{number:03}.png") as mask:
            assert np.array_equal(mask, despeckled(model.apply(shot.pixels), 3))
    with Image.open(out / "background.png") as picture:
        assert np.array_equal(picture, model.background())


def test_the_summary_is_json(frames, run, tmp_path):
    files = sorted(frames.iterdir())
    code, out, _ = run("background", *files, "-o", tmp_path / "out", "--rho", "paper", "--json")
    said = json.loads(out)
    assert code == 0
    assert said["frames"] == len(files) and said["size"] == [48, 40]
    assert said["masks"][3] == "in003.png" and said["background"] == "background.png"
    assert 0 < said["foreground"] < 1
    assert said["options"]["match"] == 2.5


def test_a_video_is_read_too(shots, run, tmp_path):
    path = tmp_path / "clip.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 10, (48, 40))
    for shot in shots:
        writer.write(cv2.cvtColor(shot.pixels, cv2.COLOR_RGB2BGR))
    writer.release()
    assert run("background", path, "-o", tmp_path / "out", "--method", "mog2")[0] == 0
    assert len(list((tmp_path / "out").glob("frame-*.png"))) == len(shots)


def test_nothing_is_replaced_without_force(frames, run, tmp_path):
    out = tmp_path / "out"
    assert run("background", frames, "-o", out)[0] == 0
    code, _, said = run("background", frames, "-o", out)
    assert code == 1 and "--force" in said
    assert run("background", frames, "-o", out, "--force")[0] == 0
    code, _, said = run("background", frames, "-o", frames, "--force")
    assert code == 1 and "frames themselves" in said


def test_a_broken_frame_is_named(frames, run, tmp_path):
    (frames / "in005.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    code, _, said = run("background", frames, "-o", tmp_path / "out")
    assert code == 1 and "in005.png" in said


@pytest.mark.parametrize(
    ("wrong", "code", "words"),
    [
        (("--components", 99), 1, "components is a number from 1 to 12"),
        (("--components", "many"), 2, "many"),
        (("--method", "magic"), 2, "magic"),
        (("--median", 4), 2, "4"),
        (("-o", "-"), 2, "folders"),
    ],
)
def test_wrong_words_end_with_a_reason(wrong, code, words, frames, run, tmp_path):
    found, _, said = run("background", frames, "-o", tmp_path / "out", *wrong)
    assert found == code and words in said


@pytest.fixture
def short(monkeypatch):
    """Two sequences of few frames in place of all."""
    monkeypatch.setattr(
        evaluated,
        "generated",
        lambda: {
            kind: evaluated.second_half(Sequence(kind, 1, (48, 40), 16)) for kind in ("static", "shadow")
        },
    )


def test_evaluate_prints_every_method_on_every_sequence(short, run):
    code, out, _ = run("evaluate", "background")
    lines = out.splitlines()
    assert code == 0
    assert [line.split()[0] for line in lines] == ["F:", "static", "shadow", "mean"]
    assert all(name in lines[0] for name in evaluated.METHODS)


def test_evaluate_reads_folders_laid_out_as_cdnets(short, shots, run, tmp_path):
    folder = tmp_path / "data" / "street"
    for name in ("input", "groundtruth"):
        (folder / name).mkdir(parents=True)
    for number, shot in enumerate(shots, 1):
        Image.fromarray(shot.pixels).save(folder / "input" / f"in{number:06}.png")
        Image.fromarray(shot.truth).save(folder / "groundtruth" / f"gt{number:06}.png")
    (folder / "temporalROI.txt").write_text("7 12\n")
    Image.new("L", (60, 20), 255).save(folder / "ROI.bmp")
    code, out, _ = run("evaluate", "background", "--data", tmp_path / "data", "--json")
    said = json.loads(out)
    assert code == 0 and list(said["sequences"]) == ["static", "shadow", "street"]
    score = said["sequences"]["street"]["stauffer-grimson"]
    assert 0 < score["f"] <= 1 and set(score) == {"precision", "recall", "f", "median"}
    assert set(said["mean"]) == set(evaluated.METHODS)
    counted = [where for _, where in evaluated.labeled(folder)]
    assert [where is not None for where in counted] == [False] * 6 + [True] * 6
    assert counted[-1][:20].all() and not counted[-1][20:].any()


def test_scores_leave_out_what_is_unknown_and_count_shadows_as_ground():
    truth = np.array([[255, 255, 0, 50, 85, 170]], np.uint8)
    mask = np.array([[255, 127, 255, 255, 255, 255]], np.uint8)
    score = evaluated.Score().plus(mask, truth, np.ones((1, 6), bool))
    assert (score.hits, score.false, score.missed) == (1, 2, 1)
    assert (score.precision, score.recall, score.f) == pytest.approx((1 / 3, 1 / 2, 2 / 5))
