"""The interview: which question comes next, and one person's way through the questions."""
