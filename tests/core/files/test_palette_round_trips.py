"""What a format says that it keeps comes back, and what it does not is told before it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from palette_bytes import SAMPLE

from palette_studio.core.files import FileError
from palette_studio.core.files.palette_io import (
    FORMATS,
    WRITTEN,
    format_palette,
    losses_of,
    parse_palette_file,
    read_palette_file,
    write_palette,
)
from palette_studio.core.files.palette_io.losses import page
from palette_studio.core.palette import Palette, Swatch

DOCUMENTATION = Path(__file__).resolve().parents[3] / "docs" / "reference" / "palette-files.md"
NAMES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=12).map(
    str.strip
)
SWATCHES = st.builds(
    Swatch,
    st.tuples(*[st.integers(0, 255)] * 3),
    NAMES,
    alpha=st.integers(0, 255),
    spot=st.booleans(),
    group=st.sampled_from(["", "Plants", "Sea & <sky>"]),
)


def kept(palette: Palette, kind: str) -> list[tuple[object, ...]]:
    """Return of each swatch what the format claims to keep, in the order it keeps."""
    keeps = FORMATS[kind].KEEPS
    swatches = palette.swatches
    if keeps.gathers:
        groups = list(dict.fromkeys(["", *(swatch.group for swatch in swatches)]))
        swatches = tuple(sorted(swatches, key=lambda swatch: groups.index(swatch.group)))
    clear = next((number for number, swatch in enumerate(swatches) if swatch.alpha == 0), None)
    found = []
    for number, swatch in enumerate(swatches):
        alpha = swatch.alpha if keeps.alpha == "yes" else 255
        alpha = 0 if keeps.alpha == "one clear color" and number == clear else alpha
        name = " ".join(swatch.name.split()).replace("*/", "∗/" if kind in ("css", "scss") else "*/")
        found.append(
            (
                swatch.color,
                name if keeps.names else "",
                alpha,
                keeps.spot and swatch.spot,
                swatch.group if keeps.groups else "",
            )
        )
    return found


def read(file: Palette) -> list[tuple[object, ...]]:
    return [(s.color, " ".join(s.name.split()), s.alpha, s.spot, s.group) for s in file.swatches]


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_format_keeps_what_it_says(kind):
    file = parse_palette_file(format_palette(SAMPLE, kind, "My colors", columns=2))
    assert file.format == ("css" if kind == "scss" else kind) or kind == "scss"
    assert read(file.palette) == kept(SAMPLE, kind)
    assert file.name == ("My colors" if FORMATS[kind].KEEPS.title else "")
    assert file.columns == (2 if FORMATS[kind].KEEPS.columns else None)


@pytest.mark.parametrize("kind", WRITTEN)
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.lists(SWATCHES, min_size=1, max_size=40))
def test_any_palette_comes_back_as_its_format_keeps_it(kind, swatches):
    palette = Palette(tuple(swatches))
    assert read(parse_palette_file(format_palette(palette, kind)).palette) == kept(palette, kind)


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_second_writing_gives_the_same_bytes(kind):
    once = format_palette(SAMPLE, kind, "My colors", columns=2)
    file = parse_palette_file(once)
    assert format_palette(file.palette, kind, file.name or "My colors", columns=file.columns) == once


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_palette_that_loses_nothing_is_told_so_and_only_that(kind):
    plain = Palette((Swatch((1, 2, 3)), Swatch((4, 5, 6))))
    assert losses_of(plain, kind) == ()
    lost = losses_of(SAMPLE, kind, name="My colors", columns=2)
    file = parse_palette_file(format_palette(SAMPLE, kind, "My colors", columns=2))
    same = (file.palette, file.name, file.columns) == (SAMPLE, "My colors", 2)
    assert same == (not lost)


def test_losses_are_counted_in_words():
    assert losses_of(SAMPLE, "hex", name="Mine") == (
        "HEX keeps no names: 2 colors lose theirs.",
        "HEX keeps no alpha: 1 color becomes opaque.",
        "HEX keeps no groups: 1 group dissolved.",
        "HEX knows no spot inks: 1 color no longer marked as such.",
        "HEX keeps no name of the palette.",
    )
    clear = Palette((Swatch((1, 2, 3), alpha=0), Swatch((1, 2, 3), alpha=0), Swatch((1, 2, 3), alpha=9)))
    assert losses_of(clear, "act") == ("ACT keeps one clear color: 2 others become opaque.",)
    assert losses_of(Palette((Swatch((1, 2, 3), alpha=0),)), "act") == ()
    mixed = Palette((Swatch((1, 2, 3), group="A"), Swatch((4, 5, 6))))
    assert "the order of colors changes" in losses_of(mixed, "kpl")[0]
    assert losses_of(Palette((Swatch((1, 2, 3), locked=True),)), "gpl") == ("GPL keeps no locks.",)


@pytest.mark.parametrize("kind", [kind for kind in WRITTEN if FORMATS[kind].KEEPS.most])
def test_more_colors_than_a_format_holds_are_refused(kind):
    most = FORMATS[kind].KEEPS.most
    palette = Palette((Swatch((1, 2, 3)),) * (most + 1))
    with pytest.raises(FileError, match=f"holds at most {most:,} colors; the palette has {most + 1:,}"):
        format_palette(palette, kind)
    assert len(parse_palette_file(format_palette(Palette(palette.swatches[1:]), kind)).palette) == most


@pytest.mark.parametrize("kind", [kind for kind in WRITTEN if (FORMATS[kind].KEEPS.most or 1000) >= 1000])
def test_a_thousand_colors_come_back(kind):
    palette = Palette(tuple(Swatch((n % 256, n // 256, 7)) for n in range(1000)))
    assert read(parse_palette_file(format_palette(palette, kind)).palette) == kept(palette, kind)


@pytest.mark.parametrize("suffix", [s for kind in WRITTEN for s in FORMATS[kind].SUFFIXES])
def test_every_extension_that_is_written_is_read_again(suffix, tmp_path):
    path = tmp_path / f"mine{suffix}"
    write_palette(path, SAMPLE)
    assert [s.color for s in read_palette_file(path).palette.swatches] == [s.color for s in SAMPLE.swatches]


def test_signs_that_do_not_print_do_no_harm_in_any_format():
    wild = Palette((Swatch((1, 2, 3), "a\0b\n*/ ]]> \ud800 \x1b[31m", group="g\n\0"),))
    for kind in WRITTEN:
        assert parse_palette_file(format_palette(wild, kind, "t\0\n")).palette[0].color == (1, 2, 3)


def test_the_public_table_is_that_of_the_formats():
    assert DOCUMENTATION.read_text(encoding="utf-8") == page(FORMATS)
