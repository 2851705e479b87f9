"""What is learned. The only home of torch, which is imported inside functions."""
