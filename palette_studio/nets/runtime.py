"""Where learned models run, and where their weights lie: read whole, checked by digest, never as code."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from palette_studio.core.resources import resource

THREADS = 1  # tensors here are small: more threads wait for each other longer than they work


class WeightsError(ValueError):
    """Weights are missing or damaged; its text says which file, and what to do."""


@dataclass(frozen=True)
class Weights:
    """Tensors by name, and what the file says about them."""

    tensors: dict[str, Tensor]
    about: dict[str, str]


def device_named(name: str = "auto") -> str:
    """Return "cpu" or "cuda"; auto takes a GPU where there is one. Raises ValueError for another name."""
    if name not in ("auto", "cpu", "cuda"):
        raise ValueError(f"a device is auto, cpu or cuda, not {name!r}")
    there = torch.cuda.is_available()
    if name == "cuda" and not there:
        raise ValueError("there is no GPU that torch can use; take --device cpu, or auto")
    return "cuda" if there and name != "cpu" else "cpu"


def calm() -> None:
    """Have tensors worked on by few threads; the process has others of its own."""
    if torch.get_num_threads() != THREADS:
        torch.set_num_threads(THREADS)


def shipped(name: str) -> Path:
    """Return the path of the weights that ship under this name."""
    return resource(f"models/{name}.safetensors")


def load(path: Path) -> Weights:
    """Return what a safetensors file holds. Raises WeightsError where it is missing, damaged or another's.

    Beside ``name.safetensors`` lies its card, ``name.json``, with the digest "sha256" of the file; where
    there is no card, as for weights one has just trained, none is asked for.
    """
    from safetensors import SafetensorError, safe_open

    if not path.is_file():
        raise WeightsError(f"the weights {path} are not there; name a file that train hue-net wrote")
    card = path.with_suffix(".json")
    if card.is_file() and json.loads(card.read_text())["sha256"] != digest(path):
        raise WeightsError(f"the weights {path} are damaged: they are not those of {card.name}; install anew")
    try:
        with safe_open(path, "pt") as file:
            names = list(file.keys())
            return Weights({name: file.get_tensor(name) for name in names}, file.metadata() or {})
    except (SafetensorError, OSError) as error:
        raise WeightsError(f"the weights {path} can't be read: {error}") from error


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
