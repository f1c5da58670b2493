"""People's sheets, each declared once: form, reader, observations and data dictionary follow from it."""

from campaignctl.workbooks.books import DECIDE, FOLLOW_UP, LAUNCH, REGISTRATION, SETUP
from campaignctl.workbooks.carry_over import carry_over
from campaignctl.workbooks.choices import TEAM_LISTS
from campaignctl.workbooks.dictionary import dictionary
from campaignctl.workbooks.forms import Invitation, form_id, registration_form, setup_form
from campaignctl.workbooks.retype import retyped

__all__ = [
    "DECIDE",
    "FOLLOW_UP",
    "LAUNCH",
    "REGISTRATION",
    "SETUP",
    "TEAM_LISTS",
    "Invitation",
    "carry_over",
    "dictionary",
    "form_id",
    "registration_form",
    "retyped",
    "setup_form",
]
