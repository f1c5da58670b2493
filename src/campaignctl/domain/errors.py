"""The errors that end a command: each says what happened and what to do, in two lines."""


class CampaignError(Exception):
    """A command cannot go on. ``exit_code`` is what the shell sees."""

    exit_code = 3

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what)
        self.what = what
        self.todo = todo


class CannotRead(CampaignError):
    """A named file or the set-up workbook cannot be opened, or is not what it must be."""


class CannotWrite(CampaignError):
    """An output could not be written under its own name."""

    exit_code = 4


class WrongUsage(CampaignError):
    """The command's words do not fit together."""

    exit_code = 2


class BadTemplate(CampaignError):
    """A template lacks what the document needs, or asks for what does not exist."""
