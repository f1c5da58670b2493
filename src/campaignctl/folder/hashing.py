"""A file's SHA-256 says whether it is the one that an earlier run saw."""

import hashlib
from pathlib import Path


def sha256(path: Path) -> str:
    """Return the hexadecimal SHA-256 of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest(*parts: str) -> str:
    """Return one hash for several texts, told apart from each other."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part.encode() + b"\x00")
    return whole.hexdigest()
