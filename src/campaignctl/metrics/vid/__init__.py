"""What videos brought, as video lists state it."""
