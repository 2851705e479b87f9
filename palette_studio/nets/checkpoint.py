"""Where a training stands, in a file: networks, optimizers and a few words, as plain tensors and text."""

from __future__ import annotations

from pathlib import Path

from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file
from safetensors.torch import save as to_bytes
from torch import Tensor, nn, optim

from palette_studio.core.files.atomic import write_atomically

Pairs = list[tuple[nn.Module, optim.Optimizer | None]]


def save(path: Path, nets: Pairs, about: dict[str, str]) -> None:
    """Write networks, each with its optimizer; the old file is there until the new one is whole."""
    tensors: dict[str, Tensor] = {}
    for n, (net, optimizer) in enumerate(nets):
        for name, tensor in net.state_dict().items():
            tensors[f"{n}.net.{name}"] = tensor
        if optimizer is not None:
            for row, state in optimizer.state_dict()["state"].items():
                for name, tensor in state.items():
                    tensors[f"{n}.state.{row}.{name}"] = tensor
    whole = {name: tensor.contiguous().cpu() for name, tensor in tensors.items()}
    write_atomically(path, to_bytes(whole, about))


def words(path: Path) -> dict[str, str]:
    """Return what a checkpoint says of itself. Raises ValueError where it can't be read."""
    try:
        with safe_open(path, "pt") as file:
            return file.metadata() or {}
    except (SafetensorError, OSError) as error:
        raise ValueError(f"{path} can't be read: {error}; remove it to begin anew") from error


def load(path: Path, nets: Pairs, device: str = "cpu") -> None:
    """Give networks and optimizers, made as they were for ``save``, what they had then."""
    tensors = load_file(path, device)
    for n, (net, optimizer) in enumerate(nets):
        start = f"{n}."
        own = {name.removeprefix(start): each for name, each in tensors.items() if name.startswith(start)}
        net.load_state_dict(
            {name.removeprefix("net."): each for name, each in own.items() if name.startswith("net.")}
        )
        if optimizer is None:
            continue
        state: dict[int, dict[str, Tensor]] = {}
        for name, tensor in own.items():
            if name.startswith("state."):
                _, row, what = name.split(".")
                state.setdefault(int(row), {})[what] = tensor
        whole = optimizer.state_dict()
        whole["state"] = state
        optimizer.load_state_dict(whole)
