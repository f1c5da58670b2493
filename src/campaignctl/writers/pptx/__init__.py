"""A document and a template in, a deck out; the template owns every look."""

from campaignctl.writers.pptx.checking import check_template
from campaignctl.writers.pptx.deck import write_deck
from campaignctl.writers.pptx.inspection import Template, inspect
from campaignctl.writers.pptx.remarks import Remark

__all__ = ["Remark", "Template", "check_template", "inspect", "write_deck"]
