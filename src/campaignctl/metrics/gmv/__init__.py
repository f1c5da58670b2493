"""What was sold: the value of paid orders, and what is left of it."""
