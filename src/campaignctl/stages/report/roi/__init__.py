"""The lift and who paid the discounts in, what each side's money brought out."""

from campaignctl.stages.report.roi.measure import Payback, measure_payback
from campaignctl.stages.report.roi.section import roi
from campaignctl.stages.report.roi.telling import paid_back

__all__ = ["Payback", "measure_payback", "paid_back", "roi"]
