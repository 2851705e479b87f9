"""The command line gives the window's pixels, and says what it does where it should."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from palette_studio.__main__ import main
from palette_studio.core.document import Document
from palette_studio.core.files import ExportOptions, read_palette, read_photo, write_photo
from palette_studio.core.find_palette import palette_of
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import METHODS

# extract


def test_extract_prints_the_palette_the_window_finds(photo, run):
    code, out, err = run("extract", photo, "-k", 5)
    assert code == 0 and err == ""
    colors = json.loads(out)["colors"]
    found = palette_of(read_photo(photo), 5)
    assert [(c["hex"], c["name"], c["locked"]) for c in colors] == [
        (s.hex, s.name, s.locked) for s in found.swatches
    ]
    assert sum(c["coverage"] for c in colors) == pytest.approx(1, abs=1e-4)
    assert len({c["name"] for c in colors}) == 5


@pytest.mark.parametrize("kind", ["gpl", "json", "hex"])
def test_extract_writes_a_palette_file_by_its_extension(kind, photo, run, tmp_path):
    path = tmp_path / f"out.{kind}"
    assert run("extract", photo, "-k", "auto", "-o", path) == (0, "", "")
    assert np.array_equal(read_palette(path).colors, palette_of(read_photo(photo), "auto").colors)


def test_locked_colors_are_in_the_palette(photo, run):
    _, out, _ = run("extract", photo, "-k", 4, "--lock", "#123456,gold")
    locked = [c["hex"] for c in json.loads(out)["colors"] if c["locked"]]
    assert sorted(locked) == ["#123456", "#FFD700"]


# recolor


@pytest.fixture
def edit(photo, tmp_path, run):
    """Two palette files: as found, and with two colors changed."""
    from palette_studio.core.files import write_palette

    found = palette_of(read_photo(photo), 5)
    edited = found.with_color(1, (30, 90, 200)).with_color(3, (200, 230, 40))
    write_palette(tmp_path / "found.gpl", found)
    write_palette(tmp_path / "edited.json", edited)
    return Document(read_photo(photo), found, edited)


@pytest.mark.parametrize("kind", ["png", "tif"])
@pytest.mark.parametrize("method", METHODS)
def test_recolor_writes_the_file_that_the_window_exports(method, kind, photo, edit, run, tmp_path):
    from dataclasses import replace

    from palette_studio.workbench.jobs.export import export_job

    document = replace(edit, method=method, strength=0.8, keep_light=0.25)
    window = tmp_path / f"window.{kind}"
    options = ExportOptions(format={"png": "png", "tif": "tiff"}[kind])
    export_job(document, window, options, None).run(lambda fraction, partial=None: None)
    ends = ("--method", method, "--strength", 0.8, "--keep-light", 0.25, "-o", tmp_path / f"cli.{kind}")
    palettes = ("--from", tmp_path / "found.gpl", "--to", tmp_path / "edited.json")
    assert run("recolor", photo, *palettes, *ends) == (0, "", "")
    assert (tmp_path / f"cli.{kind}").read_bytes() == window.read_bytes()
    assert not np.array_equal(read_photo(window).pixels, read_photo(photo).pixels)


def test_recolor_with_the_same_palette_twice_changes_no_pixel(photo, edit, run, tmp_path):
    found, out = tmp_path / "found.gpl", tmp_path / "out.png"
    assert run("recolor", photo, "--from", found, "--to", found, "-o", out)[0] == 0
    assert np.array_equal(read_photo(out).pixels, read_photo(photo).pixels)


def test_a_mask_keeps_what_is_black_in_it(photo, run, tmp_path):
    before = read_photo(photo).pixels
    mask = np.zeros(before.shape[:2], np.uint8)
    mask[:, : mask.shape[1] // 2] = 255
    Image.fromarray(mask).save(tmp_path / "mask.png")
    palettes = ("--from", "#3d2b1f,#d2b48c", "--to", "#1f2b6d,#d2b48c")
    run("recolor", photo, *palettes, "--mask", tmp_path / "mask.png", "-o", tmp_path / "out.png")
    after = read_photo(tmp_path / "out.png").pixels
    assert np.array_equal(after[mask == 0], before[mask == 0])
    assert not np.array_equal(after[mask == 255], before[mask == 255])
    Image.fromarray(mask[:9]).save(tmp_path / "small.png")
    code, _, err = run(
        "recolor", photo, *palettes, "--mask", tmp_path / "small.png", "-o", tmp_path / "other.png"
    )
    assert code == 1 and "Make the mask as large as the photo." in err


def test_16_bits_and_exif_go_through(run, tmp_path):
    pixels = np.random.default_rng(0).integers(0, 65536, (20, 30, 3), dtype=np.uint16)
    write_photo(tmp_path / "deep.png", pixels)
    deep, out = tmp_path / "deep.png", tmp_path / "out.tif"
    assert run("recolor", deep, "--from", "red,black", "--to", "blue,black", "-o", out)[0] == 0
    assert read_photo(out).bits == 16
    small = tmp_path / "small.jpg"
    run("recolor", deep, "--from", "red", "--to", "blue", "--size", 15, "--quality", 80, "-o", small)
    assert read_photo(small).pixels.shape == (10, 15, 3)


# map


def test_map_gives_every_pixel_its_nearest_color(photo, run, tmp_path):
    colors = np.array([[0, 0, 0], [255, 255, 255], [220, 20, 60]])
    assert run("map", photo, "--palette", "black,white,crimson", "-o", tmp_path / "out.png") == (0, "", "")
    before, after = read_photo(photo).pixels.astype(int), read_photo(tmp_path / "out.png").pixels
    away = ((before[:, :, None] - colors) ** 2).sum(axis=3)
    assert np.array_equal(after, colors[away.argmin(axis=2)])


@pytest.mark.parametrize("count", [1, 2, 5, 200, 256])
def test_an_indexed_png_has_exactly_the_palette_in_order_equal_colors_too(count, photo, run, tmp_path):
    from palette_studio.core.files import write_palette

    palette = Palette.from_colors(np.random.default_rng(0).integers(0, 4, (count, 3)) * 80)
    write_palette(tmp_path / "p.hex", palette)
    out = tmp_path / "out.png"
    assert run("map", photo, "--palette", tmp_path / "p.hex", "--indexed", "-o", out)[0] == 0
    data = out.read_bytes()
    start = data.index(b"PLTE")
    assert int.from_bytes(data[start - 4 : start], "big") == 3 * count
    assert data[start + 4 : start + 4 + 3 * count] == palette.colors.tobytes()
    run("map", photo, "--palette", tmp_path / "p.hex", "-o", tmp_path / "true.png")
    assert np.array_equal(read_photo(out).pixels, read_photo(tmp_path / "true.png").pixels)


def test_alpha_stays_in_a_mapped_photo_and_is_cut_out_of_an_indexed_one(run, tmp_path):
    pixels = np.random.default_rng(0).integers(0, 256, (9, 9, 4), dtype=np.uint8)
    write_photo(tmp_path / "a.png", pixels)
    run("map", tmp_path / "a.png", "--palette", "red,blue", "-o", tmp_path / "b.png")
    assert np.array_equal(read_photo(tmp_path / "b.png").pixels[..., 3], pixels[..., 3])
    ends = ("--palette", "red,blue", "--indexed", "-o", tmp_path / "c.png")
    code, _, err = run("map", tmp_path / "a.png", *ends)
    assert code == 0 and "half clear" in err
    alpha = read_photo(tmp_path / "c.png").pixels[..., 3]
    assert np.array_equal(alpha, np.where(pixels[..., 3] < 128, 0, 255))
    assert run("map", tmp_path / "a.png", *ends, "--force", "--quiet") == (0, "", "")


# palette, doctor


def test_palettes_are_shown_and_converted(run, tmp_path):
    assert run("palette", "show", "red,#0af")[1] == "#FF0000  255   0   0\n#00AAFF    0 170 255\n"
    assert json.loads(run("palette", "show", "red", "--json")[1])["colors"][0]["hex"] == "#FF0000"
    assert run("palette", "convert", "red,#0af", "-", "--to", "hex") == (0, "ff0000\n00aaff\n", "")
    path = tmp_path / "p.gpl"
    assert run("palette", "convert", "red,#0af", path) == (0, "", "")
    assert run("palette", "convert", path, "-", "--to", "hex")[1] == "ff0000\n00aaff\n"


def test_palettes_are_converted_between_formats_and_what_is_lost_goes_to_stderr(run, tmp_path):
    path = tmp_path / "p.gpl"
    path.write_text(
        "GIMP Palette\nName: Mine\nColumns: 4\nChannels: RGBA\n255 0 0 128 Red\n0 0 255 255 Blue\n"
    )
    code, out, err = run("palette", "convert", path, tmp_path / "p.ase")
    assert (code, out) == (0, "") and err.splitlines() == [
        "palette-studio: ASE keeps no alpha: 1 color becomes opaque.",
        "palette-studio: ASE keeps no name of the palette.",
        "palette-studio: ASE keeps no columns.",
    ]
    assert run("palette", "show", tmp_path / "p.ase")[1].splitlines()[0] == "#FF0000  255   0   0  Red"
    assert run("palette", "convert", path, tmp_path / "p.kpl", "--quiet") == (0, "", "")
    again = json.loads(run("palette", "show", tmp_path / "p.kpl", "--json")[1])
    assert (again["name"], again["columns"], again["colors"][0]["name"]) == ("Mine", 4, "Red")
    assert run("palette", "convert", path, tmp_path / "p.pal", "--to", "riff", "--quiet")[0] == 0
    assert (tmp_path / "p.pal").read_bytes().startswith(b"RIFF")
    assert run("palette", "show", path)[1].splitlines()[0].endswith("alpha 128")


def test_palettes_of_more_than_256_colors_are_shown_and_converted_but_not_mapped_to(photo, run, tmp_path):
    path = tmp_path / "many.hex"
    path.write_text("".join(f"{n:06x}\n" for n in range(300)))
    assert run("palette", "show", path)[1].count("\n") == 300
    assert run("palette", "convert", path, tmp_path / "many.soc")[0] == 0
    code, _, err = run("map", photo, "--palette", path, "-o", tmp_path / "out.png")
    assert code == 1 and "many.hex has 300 colors; a palette holds at most 256" in err
    code, _, err = run("palette", "convert", path, tmp_path / "many.act")
    assert code == 1 and "ACT holds at most 256 colors; the palette has 300" in err
    assert not (tmp_path / "many.act").exists()


def test_what_was_skipped_in_a_palette_is_said(run, tmp_path):
    path = tmp_path / "p.aco"
    path.write_bytes(bytes.fromhex("000100020000ffff00000000000000030001000000000000"))
    code, out, err = run("palette", "show", path)
    assert (code, out) == (0, "#FF0000  255   0   0\n")
    assert err == "palette-studio: 1 color skipped: they are numbers in a book of Pantone.\n"
    gray = tmp_path / "gray.aco"
    gray.write_bytes(bytes.fromhex("00010001000803e8000000000000"))
    assert run("palette", "show", gray)[1].startswith("#1A1A1A")
    assert run("palette", "show", gray, "--linear-gray")[1].startswith("#595959")


def test_the_formats_of_palettes_are_listed(run):
    out = run("palette", "formats")[1]
    assert "| ASE (Illustrator" in out and "read only" in out


def test_doctor_says_what_is_installed_and_where(run, home):
    code, out, _ = run("doctor")
    assert code == 0 and "numpy: " in out and str(home) in out
    assert json.loads(run("doctor", "--json")[1])["threads"] >= 1


# streams


def test_a_dash_is_stdin_and_stdout(photo, monkeypatch, capfdbinary):
    class Stdin:
        buffer = io.BytesIO(photo.read_bytes())

    monkeypatch.setattr("sys.stdin", Stdin)
    assert (
        main(["map", "-", "--palette", "black,white", "-o", "-", "--format", "webp", "--quality", "100"]) == 0
    )
    out, err = capfdbinary.readouterr()
    with Image.open(io.BytesIO(out)) as image:
        assert image.format == "WEBP" and set(np.unique(np.asarray(image))) <= {0, 255}
    assert err == b""


def test_nothing_is_replaced_without_force(photo, run, tmp_path):
    out = tmp_path / "out.png"
    out.write_bytes(b"precious")
    ends = ("--palette", "black,white", "-o", out)
    code, _, err = run("map", photo, *ends)
    assert code == 1 and err.count("\n") == 1 and "add --force" in err and out.read_bytes() == b"precious"
    assert run("map", photo, *ends, "--force")[0] == 0
    assert out.read_bytes().startswith(b"\x89PNG")
    assert run("extract", photo, "-o", tmp_path / "p.gpl")[0] == 0
    assert run("extract", photo, "-o", tmp_path / "p.gpl")[0] == 1
    assert run("palette", "convert", "red", tmp_path / "p.gpl")[0] == 1


def test_the_photo_itself_is_not_replaced_even_by_force(photo, run):
    before = photo.read_bytes()
    for flags in ((), ("--indexed",)):
        code, _, err = run("map", photo, "--palette", "black,white", "-o", photo, "--force", *flags)
        assert code == 1 and "originals are never overwritten" in err
    assert photo.read_bytes() == before


# errors


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("extract", "gone.jpg"), "gone.jpg does not exist"),
        (("map", "{photo}", "--palette", "gone.gpl", "-o", "out.png"), "gone.gpl does not exist"),
        (("map", "{photo}", "--palette", "blurple", "-o", "out.png"), "“blurple”, and it names no colors"),
        (("map", "{photo}", "--palette", "{photo}", "-o", "out.png"), "Open it as a photo"),
        (("map", "{photo}", "--palette", "red", "-o", "out.xyz"), "not as .xyz"),
        (("recolor", "{photo}", "--from", "red", "--to", "red,blue", "-o", "out.png"), "needs its partner"),
        (("extract", "{photo}", "-o", "out.doc"), "has no extension of a palette"),
        (("extract", "{photo}", "--most-megapixels", "0.001"), "opens up to 0.001 MP"),
        (("map", "{photo}", "--palette", "red", "-o", "no/such/out.png"), "there is no folder"),
    ],
)
def test_a_failure_is_one_line_and_exit_code_1(arguments, words, photo, run, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*.*"))
    code, out, err = run(*(str(argument).format(photo=photo) for argument in arguments))
    assert code == 1 and out == "" and err.count("\n") == 1
    assert err.startswith("palette-studio: ") and words in err
    assert sorted(tmp_path.rglob("*.*")) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract",),
        ("extract", "x.png", "-k", "1"),
        ("extract", "x.png", "-k", "257"),
        ("extract", "x.png", "-k", "many"),
        ("extract", "x.png", "--lock", "blurple 100%"),
        ("extract", "x.png", "--method", "magic"),
        ("map", "x.png", "--palette", "red"),
        ("map", "x.png", "--palette", "red", "--metric", "cmyk", "-o", "y.png"),
        ("map", "x.png", "--palette", "red", "--indexed", "-o", "y.jpg"),
        ("recolor", "x.png", "--from", "red", "--to", "red", "--strength", "2", "-o", "y.png"),
        ("recolor", "x.png", "--from", "red", "--to", "red", "--quality", "300", "-o", "y.png"),
        ("recolor", "x.png", "--from", "red", "--to", "red", "--bits", "16", "-o", "y.jpg"),
        ("palette",),
        ("palette", "convert", "red"),
    ],
)
def test_wrong_usage_is_exit_code_2(arguments, run):
    code, out, err = run(*arguments)
    assert code == 2 and out == "" and err


def test_an_interrupt_is_exit_code_130(photo, run, monkeypatch):
    def interrupted(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("palette_studio.core.find_palette.palette_of", interrupted)
    assert run("extract", photo) == (130, "", "")


# the program


def test_help_begins_with_examples(run):
    for arguments in (
        (),
        ("extract",),
        ("map",),
        ("quantize",),
        ("recolor",),
        ("lut",),
        ("palette",),
        ("palette", "convert"),
        ("doctor",),
    ):
        code, out, _ = run(*arguments, "--help")
        assert code == 0 and out.startswith("examples:\n  palette-studio ") and "usage:" in out
    assert run("--version")[1] == "Palette Studio 0.1.0\n"


def test_everything_else_opens_the_window(monkeypatch):
    monkeypatch.setattr("palette_studio.app.main", lambda arguments: (7, list(arguments)))
    assert main(["photo.jpg"]) == (7, ["photo.jpg"])
    assert main([]) == (7, [])
    assert main(["./extract"]) == (7, ["./extract"])


def test_sub_commands_know_no_qt(photo):
    code = (
        "import sys; from palette_studio.__main__ import main; "
        f"codes = [main(['extract', {str(photo)!r}, '-k', '3']), main(['doctor']), main(['--help'])]; "
        "assert not any('PySide' in name or 'pyqtgraph' in name for name in sys.modules), 'Qt'; "
        "sys.exit(sum(codes))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=100)
    assert done.returncode == 0 and done.stderr == ""


def test_progress_is_drawn_only_where_somebody_looks(photo, run, monkeypatch):
    assert run("extract", photo)[2] == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert "Finding the palette [" in run("extract", photo)[2]
    assert run("extract", photo, "--quiet")[2] == ""


def test_a_reader_that_goes_away_is_no_disaster(photo):
    command = [sys.executable, "-m", "palette_studio", "map", str(photo), "--palette", "red,blue", "-o", "-"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout and running.stderr
    running.stdout.close()
    err = running.stderr.read()
    running.stderr.close()
    assert running.wait(100) in (0, 1) and b"Traceback" not in err


def test_every_command_of_the_grammar_is_one_of_the_program():
    from palette_studio.cli import COMMANDS
    from palette_studio.cli.grammar import parser

    groups = [action.choices for action in parser()._actions if isinstance(action.choices, dict)]
    assert {name for group in groups for name in group} == set(COMMANDS)
