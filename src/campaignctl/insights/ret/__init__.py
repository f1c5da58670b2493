"""What came back, and what was never sent."""
