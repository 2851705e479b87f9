"""Where learned models run, and where their weights lie: read whole, checked by digest, never as code."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import torch
from safetensors.torch import save
from torch import Tensor, nn

from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.files.error import FileError
from palette_studio.core.resources import resource

Net = TypeVar("Net", bound=nn.Module)

MOST_BYTES = 1 << 30  # of a file of weights; the largest that ships has 1 % of it
LONGEST = (
    4.0  # times the size a network works at that a side may have: a line of pixels would fill the memory
)
THREADS = 1  # tensors here are small: more threads wait for each other longer than they work


class WeightsError(FileError):
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


def scale_to(side: int, height: int, width: int) -> float:
    """Return by how much a picture is scaled so that a network sees its shorter side at that size."""
    return min(side / min(height, width), LONGEST * side / max(height, width))


def calm() -> None:
    """Have tensors worked on by few threads; the process has others of its own."""
    if torch.get_num_threads() != THREADS:
        torch.set_num_threads(THREADS)


def quick(device: str) -> torch.autocast:
    """Return the context in which networks are multiplied in bfloat16, where the machine is faster so."""
    able = device == "cuda" or torch.cpu._is_avx512_bf16_supported()
    return torch.autocast(device, torch.bfloat16, enabled=able)


def write(net: nn.Module, path: Path, about: dict[str, str]) -> None:
    """Write a network's weights as half floats; the old file is there until the new one is whole."""
    write_tensors(net.state_dict(), path, about)


def write_tensors(tensors: Mapping[str, Tensor], path: Path, about: dict[str, str]) -> None:
    """Write tensors, floats as half floats."""
    halves = {
        name: (each.half() if each.is_floating_point() else each).contiguous().cpu()
        for name, each in tensors.items()
    }
    write_atomically(path, save(halves, about))


def shipped(name: str) -> Path:
    """Return the path of the weights that ship under this name."""
    return resource(f"models/{name}.safetensors")


def load(path: Path) -> Weights:
    """Return what a safetensors file holds. Raises WeightsError where it is missing, damaged or another's.

    Beside ``name.safetensors`` lies its card, ``name.json``, with the digest "sha256" of the file, which is
    compared before anything else; where there is no card, as for weights one has just trained, none is asked
    for. Weights that are no finite numbers are damaged too.
    """
    from safetensors import SafetensorError, safe_open

    try:
        _check_file(path)
        with safe_open(path, "pt") as file:
            names = list(file.keys())
            weights = Weights({name: file.get_tensor(name) for name in names}, file.metadata() or {})
    except (SafetensorError, OSError, MemoryError) as error:
        raise WeightsError(
            f"the weights {path} can't be read: {error}; install anew, or take others"
        ) from error
    for name, tensor in weights.tensors.items():
        if tensor.is_floating_point() and not tensor.isfinite().all():
            raise WeightsError(
                f"the weights {path} are damaged: {name} is not all numbers; install anew, or take others"
            )
    return weights


def _check_file(path: Path) -> None:
    """Raise WeightsError when a file is missing, too large, or not the one that its card speaks of."""
    if not path.is_file():
        raise WeightsError(
            f"the weights {path} are not there; install Palette Studio anew, or name a file that train wrote"
        )
    size, card = path.stat().st_size, path.with_suffix(".json")
    if size > MOST_BYTES:
        raise WeightsError(f"the weights {path} have {size >> 20} MB; models have up to {MOST_BYTES >> 20}")
    if not card.is_file():
        return
    try:
        told = json.loads(card.read_text())["sha256"]
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise WeightsError(f"the card {card} of weights is damaged; install Palette Studio anew") from error
    if told != digest(path):
        raise WeightsError(f"the weights {path} are damaged: they are not those of {card.name}; install anew")


def network(path: Path, name: str, make: Callable[[dict[str, Any]], Net]) -> Net:
    """Return the network that ``make`` builds by the recipe in a file, with the weights of that file.

    name: of the model. Raises WeightsError as ``load`` does, and for the weights of something else.
    """
    weights = load(path)
    try:
        net = make(json.loads(weights.about["recipe"]))
        net.load_state_dict(weights.tensors)
    except (KeyError, TypeError, ValueError, RuntimeError, RecursionError) as error:
        raise WeightsError(f"the weights {path} are of no {name}: {error}") from error
    return net.float().eval()


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
