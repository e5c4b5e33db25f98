"""Consulting."""
