"""The documentation is printed from the catalogues and declarations; a test fails when a page is stale."""

from pathlib import Path

from campaignctl.insights.pages import pages as insight_pages
from campaignctl.marketplaces.exports_md import exports_page
from campaignctl.marketplaces.layouts import OURS, load_layouts
from campaignctl.metrics.pages import pages as metric_pages
from campaignctl.rules.pages import pages as rule_pages
from campaignctl.workbooks.dictionary import dictionary
from campaignctl.writers.pages_md import pages_md

HERE = Path(__file__).parent
RULES = "Every rule that `campaignctl validate` checks. `campaignctl rules CODE` prints one page in the terminal."
INSIGHTS = """Everything that `campaignctl report` looks for in a campaign and its past. `campaignctl insights CODE`
prints one page in the terminal.

A report runs all of them and tells what is left. What is marked *against chance* is judged by how often ordinary ups
and downs go as far; the more a report looks at, the stricter each is judged, so that of what it tells at most one thing
in fifty is false on average. What is marked *fact* is a count in which chance plays no part, a target missed or a price
not kept, and is told whenever it is so. How many insights reports make of worlds in which nothing happened is measured
in [calibration](calibration.md#insights). The weightiest come first: money at stake times certainty."""
METRICS = "Every figure that `campaignctl report` shows. `campaignctl metrics CODE` prints one page in the terminal."


def documents() -> dict[str, str]:
    """Return the text of every generated page by its file name."""
    return {
        "rules.md": pages_md("Rules", RULES, rule_pages()),
        "insights.md": pages_md("Insights", INSIGHTS, insight_pages()),
        "metrics.md": pages_md("Metrics", METRICS, metric_pages()),
        "workbooks.md": dictionary(),
        "exports.md": exports_page(
            [("Of any marketplace", load_layouts(OURS)), ("TikTok Shop", load_layouts(OURS / "tiktok_shop"))]
        ),
    }


if __name__ == "__main__":
    for name, text in documents().items():
        (HERE / name).write_text(text, encoding="utf-8", newline="\n")
