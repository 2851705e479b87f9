"""A few rounds of what the scripts here do at length."""

from __future__ import annotations

import pytest
from disks import FAULTS, tried
from disks import missing as no_such_fault
from kills import kills
from network import WITHIN, runs_without, sockets, without_network
from network import missing as no_such_job
from power import cuts
from power import missing as no_power_to_cut

needs_strace = pytest.mark.skipif(no_such_fault("EIO at fsync") != "", reason=no_such_fault("EIO at fsync"))


@pytest.mark.parametrize("kind", ["photo export", "project", "settings"])
def test_a_killed_save_leaves_the_old_or_the_new_file(kind, tmp_path):
    found = kills(kind, "ours", 4, tmp_path)
    assert (found["truncated"], found["lost"], found["left"]) == (0, 0, 0)


def test_a_power_cut_leaves_the_old_or_the_new_file(tmp_path):
    if reason := no_power_to_cut():
        pytest.skip(reason)
    assert cuts("ours", 3, tmp_path) == 0


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", ["photo export", "settings"])
def test_a_disk_at_fault_is_said_and_spoils_nothing(fault, kind, tmp_path):
    if reason := no_such_fault(fault):
        pytest.skip(reason)
    assert tried(kind, fault, tmp_path) == []


def test_the_command_line_works_without_a_network(tmp_path):
    if not without_network():
        pytest.skip("a process cannot be cut off from the network here")
    (tmp_path / "out").mkdir()
    assert runs_without("extract", tmp_path / "out") == ""


@needs_strace
@pytest.mark.parametrize("job", ["window: open, recolor, export", "colorize"])
def test_no_socket_leads_out_of_the_machine(job, tmp_path, warmed):
    if reason := no_such_job(job):
        pytest.skip(reason)
    (tmp_path / "out").mkdir()
    assert set(sockets(job, tmp_path / "out")) <= set(WITHIN)
