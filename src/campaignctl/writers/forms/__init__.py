"""Form in, the workbook that people fill in out."""

from campaignctl.writers.forms.book import write_form

__all__ = ["write_form"]
