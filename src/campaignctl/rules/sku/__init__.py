"""Rules: Registered products and their prices."""
