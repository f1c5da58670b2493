"""What speaks against the data of a report: exports that contradict each other, themselves, or what was agreed."""

from campaignctl.stages.report.doubts.doubts import NAMES, doubts

__all__ = ["NAMES", "doubts"]
