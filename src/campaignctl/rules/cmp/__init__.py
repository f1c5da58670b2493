"""Rules: The campaign as a whole."""
