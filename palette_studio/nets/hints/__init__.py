"""Color from an artist's hints: points that say what color is there, and palettes that say which colors."""
