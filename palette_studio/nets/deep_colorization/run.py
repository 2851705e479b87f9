"""Deep Colorization at work: the chroma of a photo, pixel by pixel, by the network for its kind of scene."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor

from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets import runtime
from palette_studio.nets.deep_colorization import features as f
from palette_studio.nets.deep_colorization.ensemble import Ensemble
from palette_studio.nets.deep_colorization.model import PixelNet
from palette_studio.nets.deep_colorization.parser import Parser, shares
from palette_studio.nets.deep_colorization.recipe import Recipe

NETS, PARSER = "nets.", "parser."
FEWER = ((False, False), (True, False), (False, True))  # DAISY, semantics


class DeepColorizer:
    """Parser and networks, trained. Deterministic.

    lesser: networks of all photos together that do without one or both of DAISY and semantics, by whether
    they have them.
    """

    def __init__(
        self,
        recipe: Recipe,
        ensemble: Ensemble,
        parser: Parser | None,
        lesser: dict[tuple[bool, bool], PixelNet] | None = None,
    ) -> None:
        self.recipe, self.ensemble, self._lesser = recipe, ensemble, lesser or {}
        self.parser = None if parser is None else parser.eval()

    @classmethod
    def load(cls, path: Path | None = None) -> DeepColorizer:
        """Return what a file holds, or what ships. Raises ``runtime.WeightsError``."""
        path = path or runtime.shipped("deep-colorization")
        weights = runtime.load(path)
        try:
            about = json.loads(weights.about["recipe"])
            recipe = Recipe(**about | {"clusters": tuple(about["clusters"])})
            tensors = {name: each.float() for name, each in weights.tensors.items()}
            count = int(weights.about["nets"])
            nets = [_net(recipe, _under(tensors, f"{NETS}{n}.")) for n in range(count)]
            lesser = {
                key: _net(replace(recipe, daisy=key[0], semantic=key[1]), _under(tensors, _lesser(key)))
                for key in FEWER
                if _under(tensors, _lesser(key))
            }
            parser = Parser(recipe.classes) if recipe.semantic else None
            if parser is not None:
                parser.load_state_dict(_under(tensors, PARSER))
            told = (tensors[name].numpy() for name in ("group", "looks", "histograms"))
            group, looks, histograms = told
        except (KeyError, TypeError, ValueError, RuntimeError) as error:
            raise runtime.WeightsError(f"the weights {path} are of no deep-colorization: {error}") from error
        return cls(recipe, Ensemble(nets, group.astype(int), looks, histograms), parser, lesser)

    def save(self, path: Path) -> None:
        """Write it so that ``load`` has it again, as half floats."""
        tensors: dict[str, Tensor] = {
            "group": torch.from_numpy(self.ensemble.group).float(),
            "looks": torch.from_numpy(self.ensemble.looks),
            "histograms": torch.from_numpy(self.ensemble.histograms),
        }
        for n, net in enumerate(self.ensemble.nets):
            tensors |= {f"{NETS}{n}.{name}": each for name, each in net.state_dict().items()}
        for key, net in self._lesser.items():
            tensors |= {_lesser(key) + name: each for name, each in net.state_dict().items()}
        if self.parser is not None:
            tensors |= {PARSER + name: each for name, each in self.parser.state_dict().items()}
        about = {"recipe": json.dumps(self.recipe.as_dict()), "nets": str(len(self.ensemble.nets))}
        runtime.write_tensors(tensors, path, about)

    def chroma(self, light: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
        """Return (h, w, 2) a and b of CIELab. light: (h, w) float32 L 0..100, some 128 pixels high."""
        runtime.calm()
        tick(0.0)
        seen = None
        if self.parser is not None:
            seen = f.smoothed(shares(self.parser, light[None])[0], light)
        return self.chroma_of(light, seen)

    def chroma_of(self, light: np.ndarray, seen: np.ndarray | None) -> np.ndarray:
        """Return the same, given what is seen where: smoothed shares (h, w, n)."""
        recipe = self.recipe
        net = self._net_for(light, seen)
        known = f.features(light, seen if recipe.semantic else None, with_daisy=recipe.daisy)
        with torch.no_grad():
            uv = net(torch.from_numpy(known.reshape(light.size, -1))).numpy().reshape(*light.shape, 2)
        return chroma_of_uv(light, f.refined(uv, light) if recipe.refine else uv)

    def _net_for(self, light: np.ndarray, seen: np.ndarray | None) -> PixelNet:
        recipe = self.recipe
        if (less := self._lesser.get((recipe.daisy, recipe.semantic))) is not None:
            return less
        if not recipe.clusters:
            return self.ensemble.nets[0]
        histogram = f.semantic_histogram(seen) if recipe.search and seen is not None else None
        return self.ensemble.chosen(f.look(light), histogram)

    def without(self, *parts: str) -> DeepColorizer:
        """Return the same with some parts switched off, of ``recipe.PARTS``."""
        return DeepColorizer(self.recipe.without(*parts), self.ensemble, self.parser, self._lesser)


def chroma_of_uv(light: np.ndarray, uv: np.ndarray) -> np.ndarray:
    """Return a and b of CIELab of U and V on the luma of a gray photo. light: (h, w) L. uv: (h, w, 2)."""
    lab = np.zeros((*light.shape, 3), np.float32)
    lab[..., 0] = light
    luma = cv2.cvtColor(lab, cv2.COLOR_LAB2RGB)[..., :1]
    rgb = cv2.cvtColor(np.concatenate([luma, uv + 0.5], -1).astype(np.float32), cv2.COLOR_YUV2RGB)
    return cv2.cvtColor(rgb.clip(0, 1), cv2.COLOR_RGB2LAB)[..., 1:]


def _under(tensors: dict[str, Tensor], start: str) -> dict[str, Tensor]:
    return {name.removeprefix(start): each for name, each in tensors.items() if name.startswith(start)}


def _net(recipe: Recipe, tensors: dict[str, Tensor]) -> PixelNet:
    net = PixelNet(recipe)
    net.load_state_dict(tensors)
    return net.eval()


def _lesser(key: tuple[bool, bool]) -> str:
    return "lesser.{:d}{:d}.".format(*key)
