"""Stock that was kept, sold and missing."""
