"""What the commands share: reading answers, laying out text, asking, and telling errors."""
