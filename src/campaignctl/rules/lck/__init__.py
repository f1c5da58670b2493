"""What is locked: decisions, the lock, and the changes since."""
