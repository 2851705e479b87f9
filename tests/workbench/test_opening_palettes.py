"""A palette file is opened for a photo: named, weighed, and no larger than a photo's palette."""

from __future__ import annotations

import pytest

from palette_studio.core.files import FileError, read_photo, write_palette
from palette_studio.core.palette import MOST, Palette, Swatch
from palette_studio.core.tick import no_tick
from palette_studio.workbench.jobs.opening import open_palette_job


def test_a_swatch_file_of_another_program_opens_with_names_and_coverage(photo, tmp_path):
    path = tmp_path / "inks.ase"
    write_palette(path, Palette((Swatch((0, 0, 0), "Ink", group="Dark"), Swatch((255, 255, 255)))))
    palette, name = open_palette_job(path, read_photo(photo)).run(no_tick)
    assert name == "inks.ase" and palette[0].name == "Ink" and palette[1].name
    assert palette[0].group == "Dark"
    assert sum(swatch.coverage for swatch in palette.swatches) == pytest.approx(1)


def test_more_colors_than_the_editor_holds_are_refused(photo, tmp_path):
    path = tmp_path / "many.hex"
    path.write_text("123456\n" * (MOST + 1))
    job = open_palette_job(path, read_photo(photo))
    with pytest.raises(FileError, match=r"many\.hex has 257 colors; a palette holds at most 256\. Take some"):
        job.run(no_tick)
