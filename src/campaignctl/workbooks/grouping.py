"""Columns of a sheet stand in groups under a common word; the seldom used ones are folded away."""

from dataclasses import replace

from campaignctl.domain.forms import Column


def group(word: str, *columns: Column, folded: bool = False) -> tuple[Column, ...]:
    """Return ``columns`` under the group ``word``; ``folded`` puts them into a closed outline group."""
    return tuple(replace(column, group=word, folded=folded) for column in columns)
