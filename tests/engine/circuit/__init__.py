"""The circuit."""
