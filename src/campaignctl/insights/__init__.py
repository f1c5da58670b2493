"""Evidence in, insights out: one detector, one file."""
