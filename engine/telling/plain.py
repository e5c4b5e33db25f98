"""Documents that are ready for JSON, and their schemas."""

from typing import Any

import msgspec

from milepost.engine.model.knowledge_base import KnowledgeBase

JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"


def document(schema: str, kb: KnowledgeBase, **fields: object) -> dict[str, Any]:
    """A document under its schema, with the digest of the knowledge base it was made from."""
    # Through JSON and back, so that nothing is in it that JSON does not have.
    encoded = msgspec.json.encode({"schema": schema, "knowledge_base": kb.digest, **fields})
    made: dict[str, Any] = msgspec.json.decode(encoded)
    return made


def schema(name: str, kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Return the JSON Schema of documents under a schema, whose fields are those of a type."""
    (root,), defs = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    made = defs.pop(root["$ref"].rpartition("/")[2])
    for part in (made, *defs.values()):
        # Every field is always written.
        part["required"] = list(part["properties"])
        part["additionalProperties"] = False
        part.pop("description", None)
        for field in part["properties"].values():
            field.pop("default", None)
    head = {"schema": {"const": name}, "knowledge_base": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}
    made["properties"] = {**head, **made["properties"]}
    made["required"] = list(made["properties"])
    urn = f"urn:{name.replace('/', ':').replace('.', ':')}"
    return {"$schema": JSON_SCHEMA, "$id": urn, **made, "title": name, "$defs": defs}
