"""Convex geometry of colors: hulls of few vertices, and every point as a mixture of their corners."""
