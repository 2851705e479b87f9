"""Let there be color!: the color of a photo from its lightness, by local and global features together."""
