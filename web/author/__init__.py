"""The author's view: the knowledge base as pages, read again whenever one of its files changes."""
