"""Hue-Net: the hues of one picture painted with those of another, by a network."""

from palette_studio.nets.hue_net.run import HueNet

__all__ = ["HueNet"]
