"""The pages, one kind to a module."""
