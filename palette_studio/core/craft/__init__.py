"""What an artist does to a palette beyond one color at a time: pure functions from palettes to palettes."""
