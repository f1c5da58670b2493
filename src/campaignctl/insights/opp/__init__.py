"""What to repeat, stop and try."""
