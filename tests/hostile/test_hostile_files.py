"""Whatever is in a file, its loader returns what it says or raises FileError: in time, and within memory."""

from __future__ import annotations

import pytest
from corpus import damaged, shared, special
from loaders import LOADERS
from made import seeds
from runner import Table

DAMAGED = 400


def test_whole_files_of_ours_open(runner, tmp_path):
    for name, (loader, data) in seeds().items():
        if not name.startswith("bomb"):
            (tmp_path / "whole").write_bytes(data)
            assert (name, runner.load(loader, tmp_path / "whole")) == (name, "opened")


def test_damaged_files_open_or_are_refused(runner, tmp_path):
    table = Table()
    damaged(runner, table, tmp_path, DAMAGED)
    assert not table.faults, table.rows


def test_what_is_no_ordinary_file_is_refused_by_every_loader(runner, tmp_path):
    table = Table()
    special(runner, table, tmp_path / "special")
    assert not table.faults, table.rows


def test_settings_open_whatever_they_hold(runner, tmp_path):
    for _, data in seeds().values():
        (tmp_path / "settings").write_bytes(data)
        assert runner.load("settings", tmp_path / "settings") == "opened"


@pytest.mark.timeout(120)
def test_the_shared_hostile_files_end_as_their_index_wants(runner, shared_data, tmp_path):
    if not (shared_data / "hostile" / "files.tar.gz").is_file():
        pytest.skip("the shared hostile files are not here")
    table = Table()
    found = shared(runner, table, shared_data / "hostile", tmp_path)
    assert not table.faults, table.rows
    assert found.good, found.wrong


def test_every_loader_is_known_to_the_process(runner, tmp_path):
    assert {runner.load(loader, tmp_path / "none") for loader in LOADERS} == {"refused", "opened"}
