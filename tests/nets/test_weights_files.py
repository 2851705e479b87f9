"""Weights that are damaged, another's or no numbers are refused before they are used."""

from __future__ import annotations

import json

import pytest
import torch
from safetensors.torch import save_file

from palette_studio.core.files import FileError
from palette_studio.nets import runtime


@pytest.fixture
def path(tmp_path):
    save_file({"a": torch.ones(2, 2), "n": torch.ones(3, dtype=torch.int64)}, tmp_path / "x.safetensors")
    return tmp_path / "x.safetensors"


def test_whole_weights_are_read(path):
    assert runtime.load(path).tensors["a"].tolist() == [[1, 1], [1, 1]]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_weights_that_are_no_numbers_are_refused(number, path):
    save_file({"fine": torch.ones(2), "bad": torch.tensor([1, number]).half()}, path)
    with pytest.raises(runtime.WeightsError, match="damaged: bad is not all numbers"):
        runtime.load(path)


def test_a_card_is_compared_before_anything_is_read(path):
    card = path.with_suffix(".json")
    card.write_text(json.dumps({"sha256": runtime.digest(path)}))
    assert runtime.load(path).tensors
    path.write_bytes(b"no weights at all")
    with pytest.raises(FileError, match=r"not those of x\.json"):
        runtime.load(path)


@pytest.mark.parametrize("words", ["", "[]", "{}", "[" * 10_000, '{"sha256": '])
def test_a_damaged_card_is_said(words, path):
    path.with_suffix(".json").write_text(words)
    with pytest.raises(runtime.WeightsError, match=r"card .*x\.json of weights is damaged"):
        runtime.load(path)


def test_more_than_a_model_can_be_is_refused(path):
    with path.open("r+b") as file:
        file.truncate(runtime.MOST_BYTES + (1 << 20))
    with pytest.raises(runtime.WeightsError, match="1025 MB"):
        runtime.load(path)
