"""Faults as people make them, planted at a known cell with the code that must be found there."""
