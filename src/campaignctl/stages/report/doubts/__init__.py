"""What speaks against the data of a report: exports that contradict each other, themselves, or what was agreed."""

from campaignctl.stages.report.doubts.doubts import NAMES, doubts
from campaignctl.stages.report.doubts.shop_days import shop_days

__all__ = ["NAMES", "doubts", "shop_days"]
