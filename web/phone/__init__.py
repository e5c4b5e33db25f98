"""The whole consultation as one file, which runs in the browser of any phone."""
