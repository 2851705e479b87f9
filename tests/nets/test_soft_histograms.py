"""Histograms with gradients: exact to what is said of them, by every path, at every border."""

import numpy as np
import pytest
import torch
from torch.autograd import gradcheck

from palette_studio.nets import histograms
from palette_studio.nets.histograms import (
    Bins,
    cyclic_emd,
    emd,
    joint_histogram,
    mutual_information,
    soft_histogram,
)

SEEDED = torch.Generator().manual_seed(5)


def random(*shape, dtype=torch.float64):
    return torch.rand(*shape, generator=SEEDED, dtype=dtype)


def slow_shares(values, bins):
    """Every bin's share of every value by eq. 6, wrapped or mirrored (float64)."""
    length = (bins.high - bins.low) / bins.count
    width, middles = length / 2.5, bins.low + length * (torch.arange(bins.count) + 0.5)

    def share(z):
        return torch.sigmoid((z + length / 2) / width) - torch.sigmoid((z - length / 2) / width)

    z = values[:, None]
    if bins.cyclic:
        period = bins.high - bins.low
        return sum(share(z - middles + turn * period) for turn in (-1, 0, 1))
    ends = 2 * bins.low, 2 * bins.high
    return share(z - middles) + sum(share(end - z - middles) for end in ends)


def slow_joint(first, second, bins):
    return slow_shares(first, bins).T @ slow_shares(second, bins) / len(first)


@pytest.fixture(params=["loops", "tensors"])
def path(request, monkeypatch):
    """The compiled loops of the CPU, and the tensors of other devices."""
    if request.param == "tensors":
        monkeypatch.setattr(histograms, "_compiled", lambda values: False)
    return request.param


@pytest.mark.parametrize("cyclic", [True, False])
def test_masses_joints_and_gradients_are_those_of_the_papers_layout(path, cyclic):
    bins = Bins(256, cyclic=cyclic)
    first, second, wanted = random(65536 // 8), random(65536 // 8), random(256)
    wanted /= wanted.sum()

    def loss(joint):
        distance = cyclic_emd(joint.sum(2), wanted[None].to(joint.dtype))
        return (100 * distance + 25 * (1 - mutual_information(joint))).sum()

    exact = first.clone().requires_grad_()
    slow = slow_joint(exact, second, bins)
    loss(slow[None]).backward()
    fast = first.float().requires_grad_()
    joint = joint_histogram(fast, second.float(), bins)
    loss(joint).backward()
    assert (joint[0].double() - slow).abs().sum() <= 1e-4
    assert (soft_histogram(fast, bins)[0].double() - slow.sum(1)).abs().sum() <= 5e-5
    assert (fast.grad.double() - exact.grad).norm() <= 2e-3 * exact.grad.norm()


@pytest.mark.parametrize("cyclic", [True, False])
def test_gradients_are_those_of_finite_differences(path, cyclic):
    bins = Bins(8, cyclic=cyclic)
    first, second, weights = (random(2, 9).requires_grad_() for _ in range(3))
    assert gradcheck(lambda a, w: soft_histogram(a, bins, w), (first, weights), atol=1e-4)
    assert gradcheck(lambda a, b, w: joint_histogram(a, b, bins, w), (first, second, weights), atol=1e-4)


@pytest.mark.parametrize("cyclic", [True, False])
def test_nothing_is_lost_at_the_ends(path, cyclic):
    values = torch.tensor([[0.0, 1e-7, 0.4999, 1 - 1e-7, 1.0]])
    shares = soft_histogram(values, Bins(64, cyclic=cyclic))
    assert float(shares.sum()) == pytest.approx(1, abs=1e-5)
    assert float(joint_histogram(values, values, Bins(64, cyclic=cyclic)).sum()) == pytest.approx(1, abs=1e-5)


def test_a_common_turn_of_both_changes_no_cyclic_distance():
    p, q = torch.softmax(random(3, 256) * 6, -1), torch.softmax(random(3, 256) * 6, -1)
    for order in (1, 2):
        still = cyclic_emd(p, q, order)
        for turn in (1, 77, 200):
            torch.testing.assert_close(
                cyclic_emd(p.roll(turn, -1), q.roll(turn, -1), order), still, atol=1e-6, rtol=0
            )


@pytest.mark.parametrize("order", [1, 2])
def test_the_closed_form_is_the_least_over_all_circulant_shifts(order):
    p, q = torch.softmax(random(40) * 5, -1), torch.softmax(random(40) * 5, -1)
    shifts = torch.stack([torch.eye(40, dtype=torch.float64).roll(turn, 1) for turn in range(40)])
    every = emd(shifts @ p, shifts @ q, order)
    assert float(cyclic_emd(p[None], q[None], order)) == pytest.approx(float(every.min()), abs=1e-6)


def test_information_is_1_of_itself_and_about_0_of_noise():
    wide = torch.eye(16, dtype=torch.float64)[None] / 16
    assert float(mutual_information(wide)) == pytest.approx(1)
    assert float(mutual_information(torch.full((1, 16, 16), 1 / 256))) == pytest.approx(0, abs=1e-6)
    alone = torch.zeros(1, 16, 16)
    alone[0, 3, 3] = 1
    assert float(mutual_information(alone)) == 1


def test_weights_count_pixels_as_often(path):
    values = random(1, 50, dtype=torch.float32)
    weights = torch.randint(0, 4, (1, 50), generator=SEEDED)
    repeated = values[0].repeat_interleave(weights[0])
    torch.testing.assert_close(
        soft_histogram(values, Bins(32), weights), soft_histogram(repeated, Bins(32)), atol=1e-6, rtol=0
    )


def test_half_precision_is_counted_in_single():
    values = random(2, 300).to(torch.bfloat16)
    assert soft_histogram(values).dtype == torch.float32
    torch.testing.assert_close(soft_histogram(values), soft_histogram(values.float()))


def test_without_any_weight_all_count_the_same():
    values = random(1, 20, dtype=torch.float32)
    none = soft_histogram(values, Bins(8), torch.zeros(1, 20))
    torch.testing.assert_close(none, soft_histogram(values, Bins(8)))


def test_pairs_of_unlike_numbers_and_bins_without_meaning_are_refused():
    with pytest.raises(ValueError, match="as many of both"):
        joint_histogram(random(4), random(5))
    with pytest.raises(ValueError, match="count of 2"):
        Bins(1)


def test_hard_and_soft_measures_agree_on_a_picture():
    from palette_studio.core.transfer import distances

    rng = np.random.default_rng(0)
    p, q = rng.dirichlet(np.full(256, 0.2), 2)
    soft = cyclic_emd(torch.from_numpy(p)[None], torch.from_numpy(q)[None])
    assert float(soft) == pytest.approx(distances.cyclic_emd(p, q), abs=1e-6)
