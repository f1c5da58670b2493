"""What shops were paid, as settlements state it."""
