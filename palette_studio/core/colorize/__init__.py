"""Color for gray photos: lightness stays as it is, color is made small, spread and brought up to it."""
