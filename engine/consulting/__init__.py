"""Consulting: one answer sheet, one recommendation with its derivation, on which two engines agree."""
