"""A marketplace campaign from set-up to report: files in, files out."""

__version__ = "0.1.0"
