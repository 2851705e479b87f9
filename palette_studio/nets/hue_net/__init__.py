"""Hue-Net: the hues of one picture painted with those of another, by a network."""
