"""What only slides show: parts of the report put together again for a page that says one thing."""

from campaignctl.stages.report.slides.payback import payback
from campaignctl.stages.report.slides.steps import next_steps

__all__ = ["next_steps", "payback"]
