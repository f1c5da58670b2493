"""People's sheets, each declared once: form, reader, observations and data dictionary follow from it."""

from campaignctl.workbooks.books import REGISTRATION, SETUP
from campaignctl.workbooks.choices import TEAM_LISTS

__all__ = ["REGISTRATION", "SETUP", "TEAM_LISTS"]
