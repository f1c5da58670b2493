"""A return and a seller's workbook in, the marked copy out, or an untouched copy with the list beside it."""

from campaignctl.writers.returns.write import write_return

__all__ = ["write_return"]
