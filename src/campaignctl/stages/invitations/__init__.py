"""One pre-filled registration form for each invited seller."""
