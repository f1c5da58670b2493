"""What the change is made of."""
