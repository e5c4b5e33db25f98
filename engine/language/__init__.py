"""From YAML files to a knowledge base, with every fault named by its place."""
