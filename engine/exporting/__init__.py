"""A knowledge base as data from which another program can hold the whole consultation."""
