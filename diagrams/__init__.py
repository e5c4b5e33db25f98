"""A consultation or a knowledge base as one graph, and that graph in every format."""
