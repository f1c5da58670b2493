"""What moved more than it usually does."""
