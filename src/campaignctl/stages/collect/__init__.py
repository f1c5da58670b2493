"""Who registered what, who must mend what, and what changed since the last round."""
