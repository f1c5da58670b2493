"""A document and a template in, a memo out; the template owns every look."""

from campaignctl.writers.docx.checking import check_memo
from campaignctl.writers.docx.inspection import MemoTemplate, inspect_memo
from campaignctl.writers.docx.memo import write_memo

__all__ = ["MemoTemplate", "check_memo", "inspect_memo", "write_memo"]
