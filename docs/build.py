"""The documentation is printed from the catalogues and declarations; a test fails when a page is stale."""

from pathlib import Path

from campaignctl.metrics.pages import pages as metric_pages
from campaignctl.rules.pages import pages as rule_pages
from campaignctl.workbooks.dictionary import dictionary
from campaignctl.writers.pages_md import pages_md

HERE = Path(__file__).parent
RULES = "Every rule that `campaignctl validate` checks. `campaignctl rules CODE` prints one page in the terminal."
METRICS = "Every figure that `campaignctl report` shows. `campaignctl metrics CODE` prints one page in the terminal."


def documents() -> dict[str, str]:
    """Return the text of every generated page by its file name."""
    return {
        "rules.md": pages_md("Rules", RULES, rule_pages()),
        "metrics.md": pages_md("Metrics", METRICS, metric_pages()),
        "workbooks.md": dictionary(),
    }


if __name__ == "__main__":
    for name, text in documents().items():
        (HERE / name).write_text(text, encoding="utf-8", newline="\n")
