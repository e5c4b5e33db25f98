"""The knowledge base compiled once into a circuit, and that circuit evaluated with bit operations."""
