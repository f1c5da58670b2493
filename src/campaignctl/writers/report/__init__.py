"""A document in, ``report.xlsx`` out: one sheet per section, native charts, and every figure under its id."""

from campaignctl.writers.report.workbook import write_report

__all__ = ["write_report"]
