"""What product lists say."""
