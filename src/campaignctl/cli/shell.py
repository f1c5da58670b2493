"""A command to copy names its paths as a shell reads them."""

from pathlib import Path


def quoted(path: str | Path) -> str:
    """Return a path, in quotes where it holds a blank."""
    return f'"{path}"' if " " in str(path) else str(path)
