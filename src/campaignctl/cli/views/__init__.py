"""What the terminal shows: values in, lines out."""
