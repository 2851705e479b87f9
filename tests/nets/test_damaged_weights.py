"""Weights that are missing, damaged or of no numbers: what needs them says so, and the rest works."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save

from palette_studio.core.resources import resource
from palette_studio.nets import runtime

# What each model is needed for: of a photo, words of the command line
NEEDING = {
    "hue-net": ["transfer", "PHOTO", "--reference", "PHOTO", "--method", "hue-net"],
    "let-there-be-color": ["colorize", "PHOTO", "--model", "let-there-be-color"],
    "deep-colorization": ["colorize", "PHOTO", "--model", "deep-colorization"],
    "hints": ["colorize", "PHOTO", "--palette", "#c03020,#3060c0"],
}


@pytest.fixture
def models(tmp_path, monkeypatch) -> Path:
    """A copy of the models that ship, which is asked for instead of them."""
    folder = tmp_path / "models"
    shutil.copytree(resource("models"), folder)
    monkeypatch.setattr(runtime, "shipped", lambda name: folder / f"{name}.safetensors")
    return folder


def gone(path: Path) -> None:
    path.unlink()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def changed(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(change(path.read_bytes())) and None


def without_card(damage: Callable[[Path], None]) -> Callable[[Path], None]:
    """Damage a file that nobody vouches for, as one's own weights are."""

    def done(path: Path) -> None:
        path.with_suffix(".json").unlink()
        damage(path)

    return done


def not_numbers(path: Path) -> None:
    """Make one weight of many no number, and the card's digest that of the file."""
    with safe_open(path, "pt") as file:
        about = file.metadata()
    tensors = load_file(path)
    name = next(name for name, each in tensors.items() if each.is_floating_point() and each.numel() > 9)
    tensors[name].view(-1)[5] = torch.nan
    path.write_bytes(save(tensors, about))
    card = path.with_suffix(".json")
    card.write_text(json.dumps(json.loads(card.read_text()) | {"sha256": runtime.digest(path)}))


def card_of(text: str) -> Callable[[Path], None]:
    return lambda path: path.with_suffix(".json").write_text(text) and None


DAMAGES = {
    "missing": gone,
    "a folder": a_folder,
    "empty": changed(lambda _: b""),
    "half": changed(lambda data: data[: len(data) // 2]),
    "half, without a card": without_card(changed(lambda data: data[: len(data) // 2])),
    "garbage, without a card": without_card(changed(lambda data: bytes(reversed(data)))),
    "a huge header, without a card": without_card(changed(lambda data: b"\xff" * 8 + data[8:])),
    "one bit": changed(lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]),
    "not all numbers": not_numbers,
    "a card that is no JSON": card_of("{"),
    "a card without a digest": card_of("[]"),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", NEEDING)
def test_the_command_line_says_what_is_wrong_and_writes_nothing(name, damage, models, photo, tmp_path, run):
    DAMAGES[damage](models / f"{name}.safetensors")
    words = [photo if word == "PHOTO" else word for word in NEEDING[name]]
    code, _, said = run(*words, "-o", tmp_path / "out.png")
    assert code == 1 and f"{name}." in said and "install" in said.lower()
    assert said.count("\n") == 1 and not (tmp_path / "out.png").exists()


def test_the_rest_works_without_any_model(models, photo, tmp_path, run):
    shutil.rmtree(models)
    for number, words in enumerate(
        (
            ["transfer", photo, "--reference", photo, "--method", "hue-fit"],
            ["transfer", photo, "--reference", photo, "--method", "reinhard"],
            ["recolor", photo, "--from", "#000,#fff", "--to", "#000,#fe0"],
        )
    ):
        out = tmp_path / f"{number}.png"
        assert run(*words, "-o", out)[0] == 0 and out.exists()
