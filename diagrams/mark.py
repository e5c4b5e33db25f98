"""How a picture shows that milepost drew it, so that it may be drawn over, and nothing else is."""

import struct
import zlib

from milepost.diagrams.as_json import SCHEMA
from milepost.diagrams.svg import TITLE
from milepost.engine.telling import texts

NAME = b"milepost"
# PNG: a chunk of text stands after the first chunk, which is always 33 bytes into the file (RFC 2083, 4.2.3).
PNG, HEAD = b"\x89PNG\r\n\x1a\n", 33
SOFTWARE = b"tEXtSoftware\0" + NAME
CHUNK = struct.pack(">I", len(SOFTWARE) - 4) + SOFTWARE + struct.pack(">I", zlib.crc32(SOFTWARE))
# PDF: a comment before the last lines, which no byte count reaches (ISO 32000-1, 7.2.4 and 7.5.5).
PDF, LAST = b"%PDF-", b"startxref"
COMMENT = b"%" + NAME + b"\n"
# In words and in Mermaid a drawing begins with one of these titles, or has it near its beginning.
TITLES = tuple(title.encode() for title in (texts.WAY, texts.STAGES, texts.WIRING))
SAID = texts.AROUND_SAID.encode()
NEAR = 4096


def marked(drawn: bytes, format: str) -> bytes:
    """A picture as Graphviz makes it, with a mark where the format has none of itself."""
    if format == "png":
        return drawn[:HEAD] + CHUNK + drawn[HEAD:]
    if format == "pdf":
        before, last, after = drawn.rpartition(LAST)
        return before + COMMENT + last + after
    return drawn


def is_ours(file: bytes) -> bool:
    """Did milepost draw what is in this file, in whatever format?"""
    head = file[:NEAR]
    if head.startswith(PNG):
        return head[HEAD:].startswith(CHUNK)
    if head.startswith(PDF):
        return COMMENT + LAST in file[-NEAR:]
    if head.startswith((b"<?xml", b"<svg")):
        return f'id="{TITLE}"'.encode() in head
    if head.startswith(b"{"):
        return f'"schema": "{SCHEMA}"'.encode() in head
    if head.startswith(b"flowchart "):
        return any(b"accTitle: " + title + b"\n" in head for title in TITLES) or b"accDescr: " + SAID in head
    if b" ".join(head.partition(b"\n\n")[2].split()).startswith(SAID):
        return True
    return head.startswith((b"digraph " + NAME + b" {", *(title + b"\n\n" for title in TITLES)))
