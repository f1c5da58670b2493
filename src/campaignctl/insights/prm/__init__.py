"""What discounts brought for what they cost."""
