"""Rules: The timeline of tasks, milestones and gates."""
