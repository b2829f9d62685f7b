"""What the neighbourhood knows and decides: pure code, no input or output."""
