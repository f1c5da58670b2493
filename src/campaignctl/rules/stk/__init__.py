"""Rules: Stacking: what meets on one SKU, and what it comes to."""
