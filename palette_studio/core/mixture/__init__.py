"""Mixtures of normal distributions: of a histogram, of samples in any dimension, of the past of a pixel."""

from palette_studio.core.mixture.background import BackgroundMixture, PixelGaussians, despeckled
from palette_studio.core.mixture.estimator import GaussianMixture
from palette_studio.core.mixture.histogram import HistogramFit, fit_histogram

__all__ = [
    "BackgroundMixture",
    "GaussianMixture",
    "HistogramFit",
    "PixelGaussians",
    "despeckled",
    "fit_histogram",
]
