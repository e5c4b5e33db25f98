"""Checks on the meaning of a knowledge base: one module for each, with one function `check(kb)` that yields faults."""
