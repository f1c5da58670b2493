"""Export files in, canonical tables and observations out."""
