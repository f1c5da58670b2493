"""Rules: Promotions and offers to sellers."""
