"""The sheet Dashboard: two drop-downs, and formulas over the cube that every number and chart on it follows."""

from campaignctl.writers.report.dashboard.sheet import write_dashboard

__all__ = ["write_dashboard"]
