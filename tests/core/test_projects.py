"""Projects: all that a document remembers comes back, and nothing else gets in."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, fields, replace
from pathlib import Path

import numpy as np
import pytest

from palette_studio.core import project as projects
from palette_studio.core.coloring import Coloring
from palette_studio.core.colorize.hints import Hint
from palette_studio.core.document import Document
from palette_studio.core.files import FileError, photo_from_pixels, read_photo, read_photo_bytes
from palette_studio.core.lut.table import Lut, Stage, node_colors
from palette_studio.core.mapping import Mapping
from palette_studio.core.mixture.components import Components
from palette_studio.core.mixture.line import LineMixture
from palette_studio.core.palette import Mixed, Palette, Swatch
from palette_studio.core.project import Comparing, project_of, read_project, write_project
from palette_studio.core.region import Region
from palette_studio.core.segmenting import Segmenting
from palette_studio.core.sequencing import Frames, Sequencing
from palette_studio.core.transferring import Transferring


def line() -> LineMixture:
    return LineMixture.of(np.array([[0.3, 0.7], [10.1, 200.2], [1 / 3, 90.0]]), 360.0)


def colors() -> Components:
    random = np.random.default_rng(0)
    spread = np.stack([np.diag(random.random(3) + 0.1) for _ in range(2)])
    return Components.of("full", np.array([0.25, 0.75]), random.random((2, 3)), spread)


def rich(photo) -> Document:
    """A document in which nothing is as usual."""
    names = [
        Swatch((1, 2, 3), "Ink", 0.1 + 0.2),
        Swatch((250, 4, 99), "<b>Rose</b>", 0.7, True, 128, True, "A"),
    ]
    return Document(
        photo=photo,
        found=Palette(tuple(names), Mixed("hue", line())),
        edited=Palette((replace(names[0], color=(9, 8, 7)), names[1])),
        method="lut",
        strength=0.1 + 0.7,
        keep_light=1 / 3,
        region=Region("oklab", colors(), frozenset({1}), 5, True, ((1, 2, 3), (4, 5, 6))),
        workspace="transfer",
        mapping=Mapping("ciede2000", "flann", "blue-noise", 0.3, True, False),
        lut=Lut("Look", None, Stage(node_colors(5) ** np.float32(1.1))),
        segmenting=Segmenting("hue", "auto", "search", "aic", True, line(), (1,), True, 4, 3),
        sequencing=Sequencing("mog2", 4, 77, 0.61, 3.3, False, 5),
        frames=Frames(photo.origin.path.parent, 12, (20, 30)),
        coloring=Coloring(
            True, "deep-colorization", photo, (Hint(1.5, 2.25, (9, 9, 200), 7),), ((1, 1, 1),), 0.5, 0.25
        ),
        transferring=Transferring(
            photo, "palette-transport", 0.9, 1.1, 1.9, True, (0.1, 0.2, 0.3, 0.4), ((0, 3), (1, 2))
        ),
    )


def refused(tmp_path, told: object) -> str:
    path = tmp_path / "x.palettestudio"
    path.write_text(told if isinstance(told, str) else json.dumps(told))
    with pytest.raises(FileError) as caught:
        read_project(path)
    assert str(caught.value).startswith("x.palettestudio ")
    return str(caught.value)


def recipe(**keys: object) -> dict[str, object]:
    return {"format": "palette-studio-recipe", "version": 1, **keys}


def test_every_field_of_a_document_comes_back_as_it_was(tmp_path, photo):
    document = rich(read_photo(photo))
    usual = Document()
    unusual = [f.name for f in fields(Document) if getattr(document, f.name) == getattr(usual, f.name)]
    assert unusual == ["found_in"], "a new field of the document must be given a value here, and be kept"
    path = tmp_path / "rich.palettestudio"
    project = project_of(document, Comparing("wipe", 0.25, False))
    write_project(path, project)
    back = read_project(path)
    assert projects.encode(back, tmp_path) == path.read_bytes()
    again = back.completed(document.photo, document.photo, document.photo)
    alone = ("segmenting", "found", "lut", "region")  # hold arrays, which were compared by what is written
    assert {k: v for k, v in vars(again).items() if k not in alone} == {
        k: v for k, v in vars(document).items() if k not in alone
    }
    assert again.region == document.region
    assert again.segmenting.key == document.segmenting.key
    assert np.array_equal(again.lut.cube.values, document.lut.cube.values)
    assert back.comparing == project.comparing
    assert back.photo.digest and back.photo == back.reference == back.style


def test_a_recipe_has_neither_photo_nor_hints(tmp_path, photo):
    project = project_of(rich(read_photo(photo))).recipe()
    write_project(tmp_path / "recipe.json", project)
    back = read_project(tmp_path / "recipe.json")
    assert back.photo is None and back.document.frames is None and not back.document.coloring.hints
    assert not back.document.transferring.pairs
    assert json.loads((tmp_path / "recipe.json").read_text())["format"] == "palette-studio-recipe"


def test_a_project_and_its_photo_move_together(tmp_path, photo):
    here, there = tmp_path / "a" / "b", tmp_path / "c"
    here.mkdir(parents=True)
    document = Document(photo=read_photo(photo))
    write_project(here / "one.palettestudio", project_of(document))
    told = json.loads((here / "one.palettestudio").read_text())
    assert told["photo"]["path"] == "../../photo.png"
    shutil.copytree(here, there / "a" / "b")
    moved = read_project(there / "a" / "b" / "one.palettestudio")
    assert moved.photo.path == there / "photo.png"
    assert read_project(here / "one.palettestudio").photo.path == photo


def test_the_digest_is_of_the_file_that_was_read(photo):
    import hashlib

    assert read_photo(photo).origin.digest == hashlib.sha256(photo.read_bytes()).hexdigest()


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_a_photo_without_a_file_is_kept_whole(tmp_path, depth):
    pixels = np.random.default_rng(0).integers(0, np.iinfo(depth).max, (7, 5, 4), endpoint=True).astype(depth)
    write_project(tmp_path / "pasted.palettestudio", project_of(Document(photo=photo_from_pixels(pixels))))
    kept = read_project(tmp_path / "pasted.palettestudio").photo
    assert kept.path is None
    assert np.array_equal(read_photo_bytes(kept.data, kept.name).pixels, pixels)


def test_a_photo_whose_name_is_no_text_is_found_again(tmp_path, photo):
    import os

    odd = tmp_path / os.fsdecode(b"odd\xff.png")
    shutil.copy(photo, odd)
    write_project(tmp_path / "odd.palettestudio", project_of(Document(photo=read_photo(odd))))
    assert read_project(tmp_path / "odd.palettestudio").photo.path == odd


@pytest.mark.parametrize("found_in, made", [(None, None), ("now", "now"), ("then", "elsewhere")])
def test_a_stale_palette_is_still_stale(tmp_path, photo, found_in, made):
    read = read_photo(photo)
    document = Document(photo=read, workspace="transfer", transferring=Transferring(read_photo(photo)))
    document = replace(document, found_in=document.place_found if found_in == "now" else found_in)
    write_project(tmp_path / "a.palettestudio", project_of(document))
    back = read_project(tmp_path / "a.palettestudio").completed(read, document.transferring.reference)
    assert back.found_in == (document.place_found if made == "now" else made)
    assert back.stale == document.stale


def test_missing_keys_have_their_usual_values(tmp_path):
    path = tmp_path / "short.json"
    path.write_text(json.dumps(recipe(method="layers")))
    assert read_project(path).document == Document(method="layers")


def test_an_older_version_is_brought_up_to_date_step_by_step(tmp_path, monkeypatch):
    def second(old: dict) -> dict:
        return old | {"version": 2, "method": old["engine"], "engine": None}

    def third(old: dict) -> dict:
        kept = {key: value for key, value in old.items() if key != "engine"}
        return kept | {"version": 3, "strength": old["strength"] / 100}

    monkeypatch.setattr(projects, "VERSION", 3)
    monkeypatch.setattr(projects, "MIGRATIONS", {1: second, 2: third})
    path = tmp_path / "old.json"
    path.write_text(json.dumps(recipe(engine="nearest", strength=50)))
    assert read_project(path).document == Document(method="nearest", strength=0.5)


def test_projects_of_the_first_version_open_forever():
    kept = Path(__file__).with_name("golden") / "first.palettestudio"
    project = read_project(kept)
    assert project.photo.path.name == "coffee.jpg"
    assert [swatch.hex for swatch in project.document.edited.swatches] == ["#241711", "#3A6EA5", "#D9C7A8"]
    assert asdict(project.comparing) == {"mode": "wipe", "at": 0.4, "upright": True}
    assert project.document.mapping.dither == "blue-noise"


def test_a_newer_version_is_refused_with_what_to_do(tmp_path):
    assert "Update the program" in refused(tmp_path, recipe() | {"version": 2})


WRONG = {
    "strength": 1.5,
    "keep_light": "a lot",
    "method": "__import__('os')",
    "workspace": 3,
    "found": {"colors": [{"hex": "#12345"}]},
    "edited": {"colors": [{"hex": "#123456", "coverage": True}]},
    "mapping": {"dither": "noise"},
    "segmenting": {"k": 99},
    "region": {"channel": "gray"},
    "lut": {"cube": {"nodes": 256, "low": [0, 0, 0], "high": [1, 1, 1], "values": "eJwDAAAAAAE="}},
    "sequencing": {"median": 4},
    "coloring": {"hints": [{"x": 1e999, "y": 0, "color": "#000000"}]},
    "transferring": {"box": [0.5, 0.5, 0.9, 0.9]},
    "comparing": {"at": 2},
    "photo": {"name": "a", "size": [0, 1], "path": "a.png"},
    "strenght": 1.0,
}


@pytest.mark.parametrize("key", WRONG)
def test_a_wrong_value_is_refused_by_its_name(tmp_path, key):
    assert key in refused(tmp_path, recipe(**{key: WRONG[key]}))


BROKEN = {
    "no JSON": "{",
    "a list": "[]",
    "a text": '"palette"',
    "another's": '{"format": "other", "version": 1}',
    "too deep": '{"format": ' + "[" * 100_000,
    "a long number": json.dumps(recipe()).replace("1", "1" * 5000),
    "an object for its kind": '{"format": {}, "version": 1}',
    "no version": '{"format": "palette-studio-recipe"}',
    "version 0": json.dumps(recipe() | {"version": 0}),
    "a true version": json.dumps(recipe() | {"version": True}),
    "not as many": json.dumps(recipe(found={"colors": [{"hex": "#000000"}]})),
    "NaN": json.dumps(recipe(strength=float("nan"))),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_no_project_is_refused(tmp_path, kind):
    refused(tmp_path, BROKEN[kind])


def test_a_damaged_project_is_refused_or_read_and_nothing_else(tmp_path, photo):
    write_project(tmp_path / "whole.palettestudio", project_of(rich(read_photo(photo))))
    whole = (tmp_path / "whole.palettestudio").read_bytes()
    random, path = np.random.default_rng(0), tmp_path / "damaged.palettestudio"
    outcomes = {"read": 0, "refused": 0}
    for _ in range(400):
        data = bytearray(whole)
        for place in random.integers(0, len(data), random.integers(1, 4)):
            data[place] = random.integers(0, 256)
        if random.random() < 0.2:
            del data[random.integers(0, len(data)) :]
        path.write_bytes(data)
        try:
            read_project(path)
            outcomes["read"] += 1
        except FileError:
            outcomes["refused"] += 1
    assert outcomes["refused"] > 100
