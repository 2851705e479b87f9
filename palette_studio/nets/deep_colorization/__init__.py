"""Deep Colorization: the color of a pixel from what is around it, by a network for each kind of scene."""
