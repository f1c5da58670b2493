"""What is not written plainly is left to the parser."""


class NotPlain(Exception):
    """A sheet, or what it rests on, is written in a way that only a parser should read."""
