"""PDF as Graphviz renders it: without a time of making, and the pages of a large graph as one file."""

import re
from collections.abc import Iterable
from io import BytesIO


class NoBinder(Exception):
    """The package that binds pages is not here."""


def undated(pdf: bytes) -> bytes:
    """A PDF without the time at which it was made; blanks take its place, as a PDF counts its bytes."""
    return re.sub(rb"/CreationDate\s*\(D:[^)]*\)", lambda found: b" " * len(found[0]), pdf)


def bound(pages: Iterable[tuple[str, bytes]]) -> bytes:
    """One PDF of titles and their PDFs; its outline leads to each. Raises NoBinder without pypdf."""
    try:
        from pypdf import PdfWriter
    except ImportError:
        raise NoBinder from None
    writer = PdfWriter()
    for title, page in pages:
        writer.append(BytesIO(page), outline_item=title)
    writer.page_mode = "/UseOutlines"
    writer.metadata = None
    written = BytesIO()
    writer.write(written)
    return written.getvalue()
