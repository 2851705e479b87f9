"""Mixtures of Gaussians: of a picture's colors, and of what each pixel of a sequence has been."""

from palette_studio.core.mixture.background import BackgroundMixture, PixelGaussians, despeckled

__all__ = ["BackgroundMixture", "PixelGaussians", "despeckled"]
