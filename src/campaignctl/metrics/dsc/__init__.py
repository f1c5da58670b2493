"""What was taken off the price, and who paid for it."""
