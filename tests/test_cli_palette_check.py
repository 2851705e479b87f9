"""``palette check`` tells contrast and alike pairs in words and as JSON."""

from __future__ import annotations

import json

import pytest

from palette_studio.core.palette import Palette


@pytest.fixture
def palette(tmp_path):
    from palette_studio.core.files import write_palette
    from palette_studio.core.names import named

    colors = [(255, 255, 255), (0x76, 0x76, 0x76), (158, 59, 43), (98, 112, 44), (0, 0, 0)]
    write_palette(tmp_path / "five.gpl", named(Palette.from_colors(colors)))
    return tmp_path / "five.gpl"


def test_a_person_reads_ratios_verdicts_and_sentences(palette, run):
    code, out, err = run("palette", "check", palette)
    assert (code, err) == (0, "")
    white = next(line for line in out.splitlines() if "#FFFFFF" in line)
    assert "4.54 AA" in white and "21.00 AAA" in white
    assert "Brick and Moss look alike with deuteranopia (CIEDE2000 2.3, otherwise 40." in out


def test_a_program_reads_the_same_as_json(palette, run):
    found = json.loads(run("palette", "check", palette, "--json")[1])
    assert [color["hex"] for color in found["colors"]][:2] == ["#FFFFFF", "#767676"]
    assert found["contrast"][0][4] == found["contrast"][4][0] == 21
    assert found["contrast"][0][1] == 4.54 and found["verdicts"][0][1] == "AA"
    brick = next(pair for pair in found["confusable"] if pair["deficiency"] == "deutan")
    assert (brick["first"], brick["second"]) == (2, 3) and brick["ciede2000_seen"] < 5
    assert brick["words"] == "Brick and Moss look alike with deuteranopia"


def test_a_mild_deficiency_has_its_own_name_and_fewer_pairs(palette, run):
    out = run("palette", "check", palette, "--severity", "0.8")[1]
    mild = json.loads(run("palette", "check", palette, "--severity", "0.3", "--json")[1])
    assert "deuteranopia" not in out
    assert mild["confusable"] == []
    assert run("palette", "check", palette, "--severity", "2")[0] == 2


def test_colors_written_out_are_checked_too_and_get_names(run):
    code, out, _ = run("palette", "check", "black,white,#777")
    assert code == 0
    assert "4.47 AA large" in out  # cut, not rounded up
    assert "No two colors look alike" in out
    assert "White" in out


def test_a_file_that_is_not_there_is_said(run, tmp_path):
    code, out, err = run("palette", "check", tmp_path / "none.gpl")
    assert code == 1 and out == "" and "none.gpl" in err
