"""What came back: orders cancelled and money refunded."""
