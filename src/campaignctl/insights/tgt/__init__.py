"""What met its plan and what missed it."""
