"""Consulting: one answer sheet, one recommendation with its derivation."""
