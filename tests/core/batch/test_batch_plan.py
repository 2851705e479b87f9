"""Which photos, under which names, and what is done already."""

from __future__ import annotations

import json

import pytest

from palette_studio.core.batch import Ledger, carry_out, order_of, photos_in, plan
from palette_studio.core.batch.ledger import NAME
from palette_studio.core.batch.run import BEGUN, Tally
from palette_studio.core.document import Document
from palette_studio.core.files import ExportOptions, FileError
from palette_studio.core.palette import Palette
from palette_studio.core.project import project_of


@pytest.fixture
def out(tmp_path):
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def order(folder, **rest):
    colors = Palette.from_colors([(0, 0, 0), (9, 9, 9)])
    return order_of(project_of(Document(found=colors, edited=colors)), folder, **rest)


def named(folder, *names: str):
    """Make files of these names, their own text inside."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(name)
    return [folder / name for name in names]


def copying(told, task, tick):
    """Work that copies, or fails for what is broken."""
    from pathlib import Path

    if "broken" in task[0]:
        return {"result": "failed", "reason": "broken", "bytes": -1, "seconds": 0.0}
    data = Path(task[0]).read_bytes()
    Path(task[1]).write_bytes(data)
    return {"result": "done", "reason": "", "bytes": len(data), "seconds": 0.0}


class OwnHands:
    """This process, one photo after the other."""

    def outcomes(self, tasks):
        for number, task in tasks:
            yield number, BEGUN
            yield number, copying("", task, None)


def run_all(made, files, *, stop_after: int | None = None, **rest):
    """Carry out an order as far as so many results; return the items as they then are."""
    ledger = Ledger(made.folder, made)
    try:
        items = plan(made, files, ledger, **rest)
        changes, ended = carry_out(items, OwnHands(), ledger), 0
        for item in changes:
            items[item.number] = item
            ended += item.ended
            if ended == stop_after:
                break
        changes.close()
        return items
    finally:
        ledger.close()


def states(items):
    return [item.state for item in items]


# Which photos


def test_folders_give_their_photos_as_people_count_and_say_what_they_pass_over(tmp_path, out):
    named(tmp_path / "in", "a10.JPG", "a2.png", ".hidden.png", "notes.txt")
    named(tmp_path / "in" / "more", "b.tif")
    found = photos_in([tmp_path / "in"], out)
    assert [path.name for path in found.files] == ["a2.png", "a10.JPG"]
    assert (
        len(found.notes) == 2
        and "1 file passed over" in found.notes[0]
        and "1 folder in it" in found.notes[1]
    )
    deep = photos_in([tmp_path / "in"], out, recursive=True)
    assert [path.name for path in deep.files] == ["a2.png", "a10.JPG", "b.tif"]


def test_the_folder_of_the_results_is_never_read(tmp_path):
    inside = tmp_path / "in" / "out"
    (mine,) = named(inside, "done.png")
    named(tmp_path / "in", "a.png")
    found = photos_in([tmp_path / "in", mine, inside], inside, recursive=True)
    assert [path.name for path in found.files] == ["a.png"]
    assert sum("never read" in note for note in found.notes) == 2


def test_a_photo_that_is_named_twice_is_done_once(tmp_path, out):
    (photo,) = named(tmp_path / "in", "a.png")
    (tmp_path / "link.png").symlink_to(photo)
    found = photos_in([photo, tmp_path / "in", tmp_path / "link.png"], out)
    assert found.files == [photo]


def test_a_file_that_is_missing_stays_in_the_list(tmp_path, out):
    assert photos_in([tmp_path / "gone.png"], out).files == [tmp_path / "gone.png"]


# Names


def test_photos_of_one_name_never_meet(tmp_path, out):
    files = [*named(tmp_path / "a", "x.jpg", "X.png"), *named(tmp_path / "b", "x.jpg")]
    for conflict in ("unique", "skip", "overwrite"):
        items = plan(order(out, conflict=conflict), files)
        assert [item.target.name for item in items] == ["x.png", "X-2.png", "x-3.png"]


def test_the_rule_for_names_that_exist_is_followed(tmp_path, out):
    files = named(tmp_path / "a", "x.jpg", "y.jpg")
    named(out, "x-new.jpg")
    rest = {"template": "{name}-new", "options": ExportOptions(format="jpeg")}
    for conflict, wanted in {"unique": "x-new-2.jpg", "overwrite": "x-new.jpg", "skip": None}.items():
        first, second = plan(order(out, conflict=conflict, **rest), files)
        assert (first.target and first.target.name, second.target.name) == (wanted, "y-new.jpg")
    assert first.state == "skipped" and first.reason


def test_no_photo_is_ever_a_target(tmp_path):
    """Also not of another photo, and not by overwriting."""
    a, b = named(tmp_path / "in", "x.jpg", "x.png")
    items = plan(order(tmp_path / "in", conflict="overwrite"), [a, b])
    assert items[0].state == "failed" and "never overwritten" in items[0].reason
    assert items[1].target.name == "x-2.png"


def test_a_template_that_makes_no_names_is_refused(tmp_path, out):
    with pytest.raises(FileError, match="brace"):
        plan(order(out, template="{name"), named(tmp_path / "a", "x.jpg"))


# Going on


def test_the_same_order_does_only_what_is_missing_or_failed(tmp_path, out):
    files = named(tmp_path / "in", "a.png", "broken.png", "c.png")
    first = run_all(order(out), files)
    assert states(first) == ["done", "failed", "done"]
    (out / "c.png").unlink()
    again = run_all(order(out), files)
    assert states(again) == ["kept", "failed", "done"]
    assert sorted(path.name for path in out.glob("*.png")) == ["a.png", "c.png"]


def test_what_is_stopped_goes_on(tmp_path, out):
    files = named(tmp_path / "in", *(f"{n}.png" for n in range(9)))
    assert Tally.of(run_all(order(out), files, stop_after=4)).words == "4 done, 5 not begun"
    assert Tally.of(run_all(order(out), files)).words == "5 done, 4 done before"
    assert len(list(out.glob("*.png"))) == 9


def test_another_recipe_or_photo_is_done_anew(tmp_path, out):
    (photo,) = named(tmp_path / "in", "a.png")
    assert states(run_all(order(out), [photo])) == ["done"]
    photo.write_text("longer than before")
    assert states(run_all(order(out), [photo])) == ["done"]
    assert states(run_all(order(out, options=ExportOptions(quality=50)), [photo])) == ["done"]
    assert len(list(out.glob("*.png"))) == 3


def test_an_update_of_the_program_makes_nothing_new(tmp_path, out):
    from dataclasses import replace

    made = order(out)
    program = json.loads(made.recipe)["program"]
    later = replace(made, recipe=made.recipe.replace(f'"{program}"', '"99.0"'), conflict="skip")
    assert later.recipe != made.recipe and later.digest == made.digest


def test_what_was_done_is_done_again_where_that_is_wished(tmp_path, out):
    files = named(tmp_path / "in", "a.png")
    run_all(order(out), files)
    assert states(run_all(order(out), files, again=True)) == ["done"]
    assert len(list(out.glob("*.png"))) == 1


def test_a_result_that_was_written_before_the_note_of_it_is_doubtful(tmp_path, out):
    """As after kill -9; a file of somebody else that came meanwhile looks the same."""
    made, files = order(out), named(tmp_path / "in", "a.png", "b.png")
    ledger = Ledger(out, made)
    ledger.plan({file: out / file.name for file in files})
    ledger.close()
    named(out, "a.png")
    ledger = Ledger(out, made)
    items = plan(made, files, ledger)
    ledger.close()
    assert [item.doubtful for item in items] == [True, False]
    assert [item.target.name for item in items] == ["a.png", "b.png"]


def test_a_ledger_that_was_cut_short_is_read_as_far_as_it_goes(tmp_path, out):
    files = named(tmp_path / "in", "a.png", "b.png")
    run_all(order(out), files)
    data = (out / NAME).read_bytes()
    (out / NAME).write_bytes(data[:-20])
    assert states(run_all(order(out), files)) == ["kept", "done"]
    lines = (out / NAME).read_bytes().splitlines()
    assert sum(line.startswith(b"{") and line.endswith(b"}") for line in lines) == len(lines) - 1


@pytest.mark.parametrize("line", ["[]", "nonsense", '{"order": 3}', '{"target": "../../x.png"}', "\udcff"])
def test_strange_lines_of_a_ledger_are_passed_over(tmp_path, out, line):
    made, files = order(out), named(tmp_path / "in", "a.png")
    told = json.dumps({"order": made.digest, "photo": str(files[0]), "target": "../x.png", "result": "done"})
    (out / NAME).write_text(f"{line}\n{told}\n", errors="surrogateescape")
    assert states(run_all(made, files)) == ["done"]
    assert (out / "a.png").exists()


def test_two_batches_do_not_write_into_one_folder_at_once(tmp_path, out):
    ledger = Ledger(out, order(out))
    with pytest.raises(FileError, match="Another batch"):
        Ledger(out, order(out))
    ledger.close()
    Ledger(out, order(out)).close()
