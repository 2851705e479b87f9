"""Of damaged palette files, nothing but palettes and FileErrors comes out."""

from __future__ import annotations

from fuzz_palettes import cases, seeds

from palette_studio.core.files import FileError
from palette_studio.core.files.palette_io import MOST_READ, parse_palette_file


def test_five_hundred_damaged_files_are_read_or_refused_with_words():
    outcomes = set()

    @cases(500, seeds())
    def check(data: bytes, name: str) -> None:
        try:
            file = parse_palette_file(data, name)
        except FileError as error:
            text = str(error)
            assert text.startswith(name) and "\n" not in text and len(text) < 500
            outcomes.add("refused")
            return
        outcomes.add("read")
        assert 0 < len(file.palette) <= MOST_READ
        for swatch in file.palette.swatches:
            assert all(type(value) is int and 0 <= value <= 255 for value in (*swatch.color, swatch.alpha))
            assert (swatch.name + swatch.group).isprintable() and len(swatch.name) <= 100

    check()
    assert outcomes == {"read", "refused"}


def test_real_files_cut_anywhere_are_read_or_refused(shared_data):
    for name, data in seeds(shared_data / "palettes").items():
        for end in range(1, len(data), max(len(data) // 25, 1)):
            try:
                parse_palette_file(data[:end], name)
            except FileError as error:
                assert str(error).startswith(name)
