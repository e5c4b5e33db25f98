"""Exact answers about one consultation: which questions matter, which answers decide, and what would change the step."""
