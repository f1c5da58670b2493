"""How sales ran through the campaign."""
