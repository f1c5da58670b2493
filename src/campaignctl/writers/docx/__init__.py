"""A document and a template in, a memo out; the template owns every look."""

from campaignctl.writers.docx.memo import write_memo

__all__ = ["write_memo"]
