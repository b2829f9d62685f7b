"""What a turn costs, side by side."""
