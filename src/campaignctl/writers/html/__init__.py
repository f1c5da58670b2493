"""A report's document in, one page that filters itself out: no network, no server, readable without script."""

from campaignctl.writers.html.dashboard import dashboard_html

__all__ = ["dashboard_html"]
