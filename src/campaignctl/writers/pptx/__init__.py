"""A document and a template in, a deck out; the template owns every look."""

from campaignctl.writers.pptx.deck import write_deck
from campaignctl.writers.pptx.inspection import inspect

__all__ = ["inspect", "write_deck"]
