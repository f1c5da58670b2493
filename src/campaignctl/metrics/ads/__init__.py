"""What ads on livestreams cost and brought."""
