"""The price that buyers paid lately, and which tools must beat it."""

from campaignctl.marketplaces.schema import Profile, Tool


def history_tools(profile: Profile, *, strictly: bool) -> dict[str, Tool]:
    """Return the tools whose price must lie below the recent low (strictly) or may equal it, by key.

    A tool whose rule is on record without weight is left out.
    """
    return {
        key: tool
        for key, tool in profile.tools.items()
        if (rule := tool.price_history.strictly) and rule.value is strictly and rule.severity
    }


def history_words(profile: Profile, *, strictly: bool) -> str:
    """Return the rules of those tools with their sources."""
    return "; ".join(
        f"{tool.name}: {'below' if strictly else 'at most'} the lowest price"
        f"{f' of {tool.price_history.window.text}' if tool.price_history.window else ''}"
        f" ({rule.marketplace}, {rule.source}, checked {rule.checked.isoformat()})"
        for tool in history_tools(profile, strictly=strictly).values()
        if (rule := tool.price_history.strictly)
    )
