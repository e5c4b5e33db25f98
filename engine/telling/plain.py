"""Documents that are ready for JSON."""

import msgspec

from milepost.engine.model.knowledge_base import KnowledgeBase


def document(schema: str, kb: KnowledgeBase, **fields: object) -> dict:
    """A document under its schema, with the digest of the knowledge base it was made from."""
    # Through JSON and back, so that nothing is in it that JSON does not have.
    return msgspec.json.decode(msgspec.json.encode({"schema": schema, "knowledge_base": kb.digest, **fields}))
