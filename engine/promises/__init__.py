"""Proving promises over every answer sheet that anyone could fill in."""
