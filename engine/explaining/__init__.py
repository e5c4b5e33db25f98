"""Exact answers about one consultation: which questions matter, which answers decide, what would change the step."""
