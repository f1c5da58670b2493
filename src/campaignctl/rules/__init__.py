"""A case in, findings out: one rule, one file."""
