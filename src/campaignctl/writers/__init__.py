"""Documents and forms in, files out: one format, one place; no arithmetic."""
