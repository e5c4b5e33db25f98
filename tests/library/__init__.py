"""The library: one object to talk to."""
