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
        text = part.encode("utf-8", "surrogateescape")  # a file's name may hold bytes that are no UTF-8
        whole.update(len(text).to_bytes(8, "big") + text)
    return whole.hexdigest()
