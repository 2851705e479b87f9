"""One palette and one scene for a whole sequence: a color has one result in all frames."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from palette_studio.core.batch.frames import recolored, steady
from palette_studio.core.contact_sheet import FRAMES, contact_sheet
from palette_studio.core.document import Document
from palette_studio.core.files import FileError, read_sequence
from palette_studio.core.find_palette import palette_of
from palette_studio.core.mapping import Mapping
from palette_studio.core.palette import Palette
from palette_studio.core.project import Project, project_of
from palette_studio.core.recolor import METHODS
from palette_studio.core.scene import PREVIEW_PIXELS
from palette_studio.core.transferring import Transferring

FOUND = Palette.from_colors([(20, 20, 30), (200, 60, 50), (60, 160, 70), (240, 240, 235)])
EDITED = FOUND.with_color(1, (58, 110, 165))


@pytest.fixture
def folder(tmp_path):
    """Thirty frames: half of each stands still; what stands in the other half changes, colors too."""
    random = np.random.default_rng(0)
    still = random.integers(0, 256, (40, 30, 3), np.uint8)
    made = tmp_path / "frames"
    made.mkdir()
    for number in range(30):
        moving = np.clip(
            random.normal((200, 60, 50) if number < 15 else (60, 160, 70), 20, (40, 30, 3)), 0, 255
        )
        cv2.imwrite(str(made / f"{number}.png"), np.hstack([still, moving.astype(np.uint8)])[..., ::-1])
    return made


def test_a_sheet_has_frames_from_all_over_the_sequence(folder):
    source = read_sequence(folder)
    sheet = contact_sheet(source, 30)
    assert sheet.pixels.shape == (FRAMES * 40, 60, 3)
    assert np.array_equal(sheet.pixels[:40], source.frame(0))
    assert np.array_equal(sheet.pixels[-40:], source.frame(29))
    assert sheet.scene.pixels is sheet.pixels and not sheet.scene.placed


def test_a_sheet_of_large_frames_fits_a_preview(tmp_path):
    for number in range(3):
        cv2.imwrite(str(tmp_path / f"{number}.png"), np.full((1200, 1600, 3), 80 * number, np.uint8))
    sheet = contact_sheet(read_sequence(tmp_path), 3)
    assert 0.9 * PREVIEW_PIXELS < sheet.pixels.shape[0] * sheet.pixels.shape[1] <= PREVIEW_PIXELS
    assert {tuple(color) for color in sheet.pixels.reshape(-1, 3)} == {(0,) * 3, (80,) * 3, (160,) * 3}


def test_frames_that_cannot_be_read_are_left_out(folder):
    (folder / "29.png").write_text("no frame")
    sheet = contact_sheet(read_sequence(folder), 30)
    assert sheet.pixels.shape[0] == (FRAMES - 1) * 40
    for path in folder.iterdir():
        path.write_text("no frame")
    with pytest.raises(FileError):
        contact_sheet(read_sequence(folder), 30)


def test_the_palette_has_colors_that_the_first_frame_lacks(folder):
    sheet = contact_sheet(read_sequence(folder), 30)
    colors = palette_of(sheet, 6).colors.astype(int)
    for color in ((200, 60, 50), (60, 160, 70)):
        assert np.abs(colors - color).sum(axis=1).min() < 60


@pytest.mark.parametrize("method", METHODS)
def test_what_stands_still_has_one_result_in_all_frames(folder, method):
    document = Document(found=FOUND, edited=EDITED, method=method)
    made = [pixels for _, pixels in recolored(document, read_sequence(folder), 30)]
    assert len(made) == 30
    for pixels in made[1:]:
        assert np.array_equal(pixels[:, :30], made[0][:, :30])
    assert not np.array_equal(made[0], read_sequence(folder).frame(0))


@pytest.mark.parametrize("dither", ["none", "bayer4", "blue-noise"])
def test_a_map_does_not_flicker_either(folder, dither):
    document = Document(found=FOUND, edited=EDITED, workspace="map", mapping=Mapping(dither=dither))
    made = [pixels for _, pixels in recolored(document, read_sequence(folder), 30)]
    for pixels in made[1:]:
        assert np.array_equal(pixels[:, :30], made[0][:, :30])


def test_a_frame_that_cannot_be_read_is_told_and_the_rest_comes(folder):
    (folder / "7.png").write_text("no frame")
    made = dict(recolored(Document(found=FOUND, edited=EDITED), read_sequence(folder), 30))
    assert isinstance(made.pop(7), FileError) and len(made) == 29


def test_recipes_that_look_at_each_frame_are_refused(photo):
    from palette_studio.core.files import read_photo

    document = Document(photo=read_photo(photo), found=FOUND, edited=EDITED)
    assert steady(Project(replace(document, workspace="sequence"))).workspace == "recolor"
    moved = replace(document, transferring=Transferring(document.photo))
    for project in (
        Project(replace(document, workspace="segment")),
        Project(replace(document, workspace="colorize")),
        project_of(moved),
        Project(replace(document, coloring=replace(document.coloring, on=True))),
    ):
        with pytest.raises(ValueError, match="flicker"):
            steady(project)
