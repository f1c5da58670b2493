"""Why a workbook is not changed: its seller then gets an untouched copy, and the list in a workbook of its own."""


class CannotPatch(Exception):
    """A workbook that must not or cannot be changed; its text ends the sentence "The workbook ..."."""
