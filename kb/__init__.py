"""The door to the knowledge: where its files are. Everything else in this folder is YAML."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
