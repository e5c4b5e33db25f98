"""Chaining, and the circuit beside it."""
