"""A batch writes the pixels that the window exports, whatever the recipe."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from palette_studio.core.batch import order_of
from palette_studio.core.batch.work import check, done
from palette_studio.core.coloring import Coloring
from palette_studio.core.document import Document
from palette_studio.core.exporting import export
from palette_studio.core.files import ExportOptions, FileError, read_photo
from palette_studio.core.lut.table import Lut, Stage, node_colors
from palette_studio.core.mapping import Mapping
from palette_studio.core.palette import Palette
from palette_studio.core.project import project_of, read_project, write_project
from palette_studio.core.recolor import METHODS
from palette_studio.core.region import Region
from palette_studio.core.segmentation import fitted, mixture_of
from palette_studio.core.segmenting import Segmenting
from palette_studio.core.tick import no_tick
from palette_studio.core.transferring import Transferring
from palette_studio.nets.batch_work import work
from palette_studio.nets.making import base_of
from palette_studio.workbench.jobs.export import export_job, indexed_job

FOUND = Palette.from_colors([(36, 23, 17), (150, 90, 40), (217, 199, 168)])
EDITED = FOUND.with_color(1, (58, 110, 165))


@pytest.fixture
def reference(tmp_path, coffee):
    from PIL import Image

    path = tmp_path / "reference.png"
    with Image.open(coffee.with_name("rocket.jpg")) as image:
        image.reduce(4).save(path)
    return read_photo(path)


def documents(photo, reference) -> dict[str, Document]:
    """One document for each way to a result."""
    plain = Document(photo=photo, found=FOUND, edited=EDITED)
    how = Segmenting(channel="lab", k=3)
    region = Region("lab", mixture_of(fitted(photo, how), None), frozenset({0}), 4)
    table = Lut("Look", None, Stage(node_colors(5) ** np.float32(1.1)))
    made = {method: replace(plain, method=method, strength=0.8) for method in METHODS}
    made["keep light"] = replace(plain, keep_light=0.5)
    made["region"] = replace(plain, region=region)
    made["table"] = replace(plain, method="lut", lut=table)
    made["unedited"] = replace(plain, edited=FOUND)
    for dither in ("none", "floyd-steinberg", "blue-noise", "riemersma"):
        made[f"map, {dither}"] = replace(plain, workspace="map", mapping=Mapping("oklab", "auto", dither))
    made["segment"] = replace(plain, workspace="segment", segmenting=how)
    moved = Transferring(reference, "reinhard", 0.9)
    made["transfer"] = replace(plain, workspace="transfer", transferring=moved)
    made["transfer, unedited"] = replace(made["transfer"], edited=FOUND)
    made["transfer, mapped"] = replace(made["transfer"], workspace="map")
    made["colorize"] = replace(
        plain, workspace="colorize", coloring=Coloring(True, palette=((200, 90, 30),), vividness=0.5)
    )
    made["colorize, styled"] = replace(made["colorize"], coloring=Coloring(True, style=reference))
    return made


KINDS = [
    *METHODS,
    "keep light",
    "region",
    "table",
    "unedited",
    *(f"map, {dither}" for dither in ("none", "floyd-steinberg", "blue-noise", "riemersma")),
    "segment",
    "transfer",
    "transfer, unedited",
    "transfer, mapped",
    "colorize",
    "colorize, styled",
]


@pytest.mark.parametrize("kind", KINDS)
def test_a_batch_writes_what_the_window_exports(kind, tmp_path, photo, reference):
    document = documents(read_photo(photo), reference)[kind]
    write_project(tmp_path / "recipe.palettestudio", project_of(document))
    order = order_of(read_project(tmp_path / "recipe.palettestudio"), tmp_path)
    outcome = work(order.text, (str(photo), str(tmp_path / "batch.png"), False))
    assert outcome["result"] == "done", outcome
    export_job(document, tmp_path / "window.png", ExportOptions(), None).run(no_tick)
    assert (tmp_path / "batch.png").read_bytes() == (tmp_path / "window.png").read_bytes()
    assert outcome["bytes"] == (tmp_path / "batch.png").stat().st_size


def test_an_indexed_batch_writes_what_the_window_exports(tmp_path, photo):
    document = Document(photo=read_photo(photo), found=FOUND, edited=EDITED, workspace="map")
    order = order_of(project_of(document), tmp_path, indexed=True)
    assert work(order.text, (str(photo), str(tmp_path / "batch.png"), False))["result"] == "done"
    indexed_job(document, tmp_path / "window.png").run(no_tick)
    assert (tmp_path / "batch.png").read_bytes() == (tmp_path / "window.png").read_bytes()


def test_a_region_is_of_each_photo_anew(tmp_path, photo, reference):
    document = documents(read_photo(photo), reference)["region"]
    order = order_of(project_of(document), tmp_path)
    other = reference.origin.path
    assert work(order.text, (str(other), str(tmp_path / "batch.png"), False))["result"] == "done"
    own = replace(document, photo=reference)
    export(own, base_of(own), (tmp_path / "own.png", ExportOptions()), None, no_tick)
    assert (tmp_path / "batch.png").read_bytes() == (tmp_path / "own.png").read_bytes()


def test_a_pasted_reference_comes_with_the_recipe(tmp_path, photo, reference):
    from palette_studio.core.files import photo_from_pixels

    pasted = photo_from_pixels(reference.pixels)
    document = Document(photo=read_photo(photo), workspace="transfer", transferring=Transferring(pasted))
    order = order_of(project_of(document), tmp_path)
    assert work(order.text, (str(photo), str(tmp_path / "batch.png"), False))["result"] == "done"
    export(document, base_of(document), (tmp_path / "window.png", ExportOptions()), None, no_tick)
    assert (tmp_path / "batch.png").read_bytes() == (tmp_path / "window.png").read_bytes()


def test_a_recipe_whose_reference_is_gone_is_refused_before_any_work(tmp_path, photo, reference):
    document = Document(photo=read_photo(photo), workspace="transfer", transferring=Transferring(reference))
    project = project_of(document)
    reference.origin.path.unlink()
    with pytest.raises(FileError, match=r"reference\.png"):
        check(order_of(project, tmp_path))


def test_only_what_maps_is_written_indexed(tmp_path, photo):
    with pytest.raises(ValueError, match="indexed"):
        order_of(project_of(Document(photo=read_photo(photo))), tmp_path, indexed=True)


def test_a_photo_that_cannot_be_done_is_told_and_nothing_is_written(tmp_path):
    order = order_of(project_of(Document(found=FOUND, edited=EDITED)), tmp_path)
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 no photo")
    outcome = work(order.text, (str(tmp_path / "broken.jpg"), str(tmp_path / "out.png"), False))
    assert outcome["result"] == "failed" and "broken.jpg" in outcome["reason"]
    assert not (tmp_path / "out.png").exists()


def test_a_fault_of_ours_is_told_too(tmp_path, photo):
    order = order_of(project_of(Document(found=FOUND, edited=EDITED)), tmp_path)

    def broken(document, tick):
        raise KeyError("inside")

    outcome = done(order.text, (str(photo), str(tmp_path / "out.png"), False), broken)
    assert (
        outcome["result"] == "failed" and "photo.png" in outcome["reason"] and "KeyError" in outcome["reason"]
    )


def test_a_doubtful_target_is_taken_for_ours_only_if_it_is(tmp_path, photo):
    order = order_of(project_of(Document(found=FOUND, edited=EDITED)), tmp_path)
    target = tmp_path / "out.png"
    task = (str(photo), str(target), True)
    assert work(order.text, (*task[:2], False))["result"] == "done"
    before = target.stat().st_mtime_ns
    assert work(order.text, task)["result"] == "done"
    assert target.stat().st_mtime_ns == before
    target.write_bytes(b"somebody's")
    outcome = work(order.text, task)
    assert outcome["result"] == "failed" and "out.png" in outcome["reason"]
    assert target.read_bytes() == b"somebody's"
    assert sorted(path.name for path in tmp_path.glob(".*")) == []
