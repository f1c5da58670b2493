"""What streams did."""
