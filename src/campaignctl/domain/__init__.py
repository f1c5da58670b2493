"""What a campaign is: frozen values and typed frames; no input, no output."""
