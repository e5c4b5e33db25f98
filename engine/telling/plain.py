"""Documents that are ready for JSON."""

from typing import Any

import msgspec

from milepost.engine.model.knowledge_base import KnowledgeBase


def document(schema: str, kb: KnowledgeBase, **fields: object) -> dict[str, Any]:
    """A document under its schema, with the digest of the knowledge base it was made from."""
    # Through JSON and back, so that nothing is in it that JSON does not have.
    encoded = msgspec.json.encode({"schema": schema, "knowledge_base": kb.digest, **fields})
    made: dict[str, Any] = msgspec.json.decode(encoded)
    return made
