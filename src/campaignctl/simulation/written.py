"""Amounts as the marketplace's exports write them."""


def dollars(cents: int) -> str:
    """Return ``$1,234.50``."""
    return f"${cents / 100:,.2f}"
