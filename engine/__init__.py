"""Reads a knowledge base, chains over it, and explains. Knows no screen and prints nothing."""
