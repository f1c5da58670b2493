"""Rules: Livestreams, their run of show, and the slots that sellers offer."""
