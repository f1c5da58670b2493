"""What livestreams brought, as LIVE lists state it."""
