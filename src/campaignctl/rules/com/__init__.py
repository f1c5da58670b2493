"""Rules: The people of the campaign, and who is on call."""
