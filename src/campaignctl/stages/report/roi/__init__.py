"""The lift and who paid the discounts in, what each side's money brought out."""

from campaignctl.stages.report.roi.measure import Payback, measure_payback
from campaignctl.stages.report.roi.section import roi

__all__ = ["Payback", "measure_payback", "roi"]
