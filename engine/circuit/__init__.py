"""The knowledge base compiled once into a circuit, and that circuit worked out on sheets."""
