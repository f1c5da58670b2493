"""Rules: Sellers and their registrations."""
