"""What is not written plainly is left to the parser."""


class NotPlain(Exception):  # noqa: N818 - no error: a reason to take the other way
    """A sheet, or what it rests on, is written in a way that only a parser should read."""
