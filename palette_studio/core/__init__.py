"""What the program knows: arrays in, arrays out. No Qt, no torch."""
