"""The commands that divide photos and judge divisions: their files, their words, their refusals."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image

from palette_studio.core.files import read_photo
from palette_studio.core.mixture.channels import bins, plane
from palette_studio.core.mixture.histogram import fit_histogram
from palette_studio.core.mixture.segment import RegionOptions, segmented
from palette_studio.core.segmentation import colors_fitted


@pytest.mark.parametrize("space", ["lab", "oklab", "rgb"])
def test_segment_writes_the_labels_of_the_window_in_their_colors(space, photo, run, tmp_path):
    out = tmp_path / "labels.png"
    ends = ("--space", space, "--smooth", 3, "--rounds", 1, "--least", 0.002, "-o", out)
    assert run("segment", photo, "-k", 4, *ends, "--quiet") == (0, "", "")
    pixels = read_photo(photo).pixels
    fit = colors_fitted(pixels, 4, space)
    wanted = segmented(pixels, fit.components, space, RegionOptions(3, 1, 0.002))
    with Image.open(out) as image:
        assert image.mode == "P"
        assert np.array_equal(np.asarray(image), wanted.labels)
        palette = np.array(image.getpalette()).reshape(-1, 3)[:4]
    for label in range(4):
        assert palette[label] == pytest.approx(pixels[wanted.labels == label].mean(axis=0), abs=0.51)


@pytest.mark.parametrize("space", ["gray", "lightness", "hue"])
def test_values_are_divided_as_colors_are(space, photo, run, tmp_path):
    ends = ("--fit", tmp_path / "fit.json", "-o", tmp_path / "labels.png")
    assert run("segment", photo, "-k", 3, "--space", space, *ends, "--quiet") == (0, "", "")
    pixels = read_photo(photo).pixels
    fit = fit_histogram(bins(plane(pixels, space), space), 3, start="search")
    wanted = segmented(pixels, fit.mixture, space)
    with Image.open(tmp_path / "labels.png") as image:
        seen = wanted.regions >= 0
        assert np.array_equal(np.asarray(image)[seen], wanted.labels[seen])
        assert (np.asarray(image)[~seen] == 3).all()
    told = json.loads((tmp_path / "fit.json").read_text())
    assert [one["mean"] for one in told["components"]] == pytest.approx(fit.mixture.means.tolist())
    assert [one["variance"] for one in told["components"]] == pytest.approx(fit.mixture.variances.tolist())


def test_the_fit_is_told_with_its_way_and_its_number(photo, run, tmp_path):
    ends = ("--fit", tmp_path / "fit.json", "-o", tmp_path / "labels.png")
    code, _, err = run("segment", photo, "-k", "auto", *ends)
    told = json.loads((tmp_path / "fit.json").read_text())
    assert code == 0 and f"{len(told['components'])} components" in err
    assert told["space"] == "lab" and told["converged"] and told["criterion"] == "effective-bic"
    assert np.argmin(told["scores"]) + 1 == len(told["components"])
    assert np.diff(told["log_likelihoods"]).min() > -1e-9
    assert sum(one["weight"] for one in told["components"]) == pytest.approx(1)
    assert np.shape([one["covariance"] for one in told["components"]])[1:] == (3, 3)


def test_masks_are_the_photo_softly_cut_out(photo, run, tmp_path):
    folder = tmp_path / "new" / "parts"
    ends = ("--masks", folder, "--regions", tmp_path / "regions.png", "-o", tmp_path / "labels.png", "--json")
    code, out, err = run("segment", photo, "-k", 3, *ends)
    told = json.loads(out)
    assert (code, err) == (0, "") and sum(c["share"] for c in told["components"]) == pytest.approx(
        1, abs=1e-5
    )
    masks = [read_photo(path).pixels for path in sorted(folder.iterdir())]
    assert len(masks) == 3
    alpha = np.array([mask[..., 3] for mask in masks], int)
    assert np.abs(alpha.sum(axis=0) - 255).max() <= 2
    assert ((alpha[0] > 0) & (alpha[0] < 255)).any()  # soft
    with Image.open(tmp_path / "regions.png") as image:
        regions = np.asarray(image)
    assert regions.min() == 1 and regions.max() == told["regions"]
    solid = alpha[1] == 255
    assert np.array_equal(masks[1][solid][:, :3], read_photo(photo).pixels[solid])


def test_what_is_clear_stays_clear(photo, run, tmp_path):
    with Image.open(photo) as image:
        image.putalpha(255)
        image.paste((9, 9, 9, 0), (0, 0, 40, 30))
        image.save(photo)
    ends = ("--masks", tmp_path, "--regions", tmp_path / "regions.png", "-o", tmp_path / "labels.png")
    assert run("segment", photo, "-k", 2, *ends, "--quiet") == (0, "", "")
    for name in ("labels", "component-1", "component-2"):
        alpha = read_photo(tmp_path / f"{name}.png").pixels[..., 3]
        assert not alpha[:30, :40].any() and alpha[30:, 40:].any()
    with Image.open(tmp_path / "regions.png") as image:
        assert not np.asarray(image)[:30, :40].any()


def test_nothing_is_replaced_unless_told(photo, run, tmp_path):
    there = tmp_path / "there.png"
    there.write_bytes(b"mine")
    (tmp_path / "component-2.png").write_bytes(b"mine")
    new = tmp_path / "labels.png"
    for ends in (
        ("-o", there),
        ("-o", new, "--regions", there),
        ("-o", new, "--fit", there),
        ("-o", new, "--masks", tmp_path),
    ):
        code, out, err = run("segment", photo, "-k", 2, *ends)
        assert (code, out) == (1, "") and "exists" in err and err.count("\n") == 1
    assert there.read_bytes() == b"mine" and not new.exists()
    assert run("segment", photo, "-k", 2, "-o", there, "--masks", tmp_path, "--force", "--quiet")[0] == 0
    assert there.read_bytes() != b"mine"


def test_two_results_in_one_file_and_odd_numbers_are_wrong_usage(photo, run, tmp_path):
    out = tmp_path / "labels.png"
    for ends in (
        ("--fit", out),
        ("--fit", "-"),
        ("-k", 0),
        ("-k", "some"),
        ("--smooth", "-1"),
        ("--least", 2),
        ("--merge", "nan"),
        ("--space", "hsv"),
    ):
        code, _, err = run("segment", photo, "-o", out, *ends)
        assert code == 2 and err
    assert run("segment", photo, "-o", "-", "--json")[0] == 2
    assert not out.exists()


def test_masks_want_a_folder(photo, run, tmp_path):
    code, _, err = run("segment", photo, "-k", 2, "-o", tmp_path / "labels.png", "--masks", photo)
    assert code == 1 and "wants a folder" in err
    assert not (tmp_path / "labels.png").exists()


def test_the_photo_itself_is_never_replaced(photo, run):
    code, _, err = run("segment", photo, "-k", 2, "-o", photo, "--force")
    assert code == 1 and "never overwritten" in err


def test_a_picture_in_which_nothing_shows_is_refused_in_one_line(run, tmp_path):
    Image.new("RGBA", (9, 9)).save(tmp_path / "clear.png")
    code, _, err = run("segment", tmp_path / "clear.png", "-o", tmp_path / "labels.png")
    assert code == 1 and "no pixel that shows" in err and err.count("\n") == 1


# evaluate


@pytest.fixture
def drawn(tmp_path):
    """A folder with a picture of two halves, and the two that people see in it."""
    halves = np.zeros((40, 60), np.uint16)
    halves[:, 30:] = 7
    pixels = np.where(halves[..., None] > 0, np.uint8((230, 220, 40)), np.uint8((20, 40, 160)))
    Image.fromarray(pixels).save(tmp_path / "halves.png")
    np.savez(tmp_path / "halves_gt.npz", s0=halves, s1=halves + 1)
    return tmp_path


def test_evaluate_tells_how_methods_agree_with_people(drawn, run):
    code, out, err = run("evaluate", "segment", "--data", drawn, "--json")
    told = json.loads(out)
    assert (code, err, told["photos"]) == (0, "", 1)
    assert told["methods"]["mixture"] == {"covering": 1, "rand_index": 1, "variation_bits": 0}
    assert told["methods"]["one region"]["covering"] == pytest.approx(0.5)
    assert "felzenszwalb 400" in told["methods"]
    code, out, _ = run("evaluate", "segment", "--data", drawn)
    assert code == 0 and "mixture                1.0000      1.0000             0.000" in out


def test_a_peer_that_is_not_installed_is_left_out_with_a_word(drawn, run, monkeypatch):
    from palette_studio.core.evaluate import segmenters

    monkeypatch.setattr(segmenters, "find_spec", lambda name: None)
    code, out, err = run("evaluate", "segment", "--data", drawn)
    assert code == 0 and "felzenszwalb" not in out and "scikit-image is not installed" in err


def test_a_folder_without_drawings_is_refused_in_one_line(run, tmp_path):
    code, _, err = run("evaluate", "segment", "--data", tmp_path)
    assert code == 1 and "holds no photos with segmentations" in err
    Image.new("RGB", (9, 8)).save(tmp_path / "a.png")
    np.savez(tmp_path / "a_gt.npz", s0=np.zeros((9, 8), int))
    code, _, err = run("evaluate", "segment", "--data", tmp_path)
    assert code == 1 and "another size" in err
