"""The JSON Schema of ``brief.json``, made from the model, so that the two cannot part.

``brief.schema.json`` beside this file is what ``schema()`` gives; a test holds them equal. To make it anew::

    python -c "from briefing.renderers.schema import *; FILE.write_bytes(schema())"
"""

import json
from pathlib import Path
from typing import Any

from briefing.model import Brief

FILE = Path(__file__).with_name("brief.schema.json")

_PLACE = {"type": "array", "prefixItems": [{"type": "integer"}] * 2, "minItems": 2, "maxItems": 2}
_ITEM = {"$ref": "#/$defs/Item"}


def schema() -> bytes:
    """Describe what ``archive.dump`` writes, as JSON Schema 2020-12: no field is ever absent."""
    from pydantic import TypeAdapter

    described = _untitled(TypeAdapter(Brief).json_schema())
    kinds = described["$defs"]
    kinds["Span"] = _PLACE
    for kind in (kind for kind in kinds.values() if "item" in kind.get("properties", {})):
        own = {name: field for name, field in kind["properties"].items() if name != "item"}
        kind["properties"] = kinds["Item"]["properties"] | own
    names = {"type": "array", "items": {"type": "string"}}
    sides = {"type": "array", "items": _record(side={"type": "string"}, items=names)}
    kinds["Section"]["properties"]["sides"] = {"anyOf": [sides, {"type": "null"}]}
    changed = {"type": "array", "items": _record(then=_ITEM, now=_ITEM)}
    kinds["Changes"]["properties"]["changed"] = changed
    for kind in (described, *kinds.values()):
        if "properties" in kind:
            kind["required"] = list(kind["properties"])
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "brief.json"}
    return (json.dumps(head | described, indent=1, ensure_ascii=False) + "\n").encode()


def _record(**fields: object) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields)}


def _untitled(value: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    """Drop what says nothing in the file: titles that repeat a name, and defaults, as no field is absent."""
    if isinstance(value, list):
        return [_untitled(held) for held in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _fields(held) if key in ("properties", "$defs") else _untitled(held)
        for key, held in value.items()
        if key not in ("title", "default")
    }


def _fields(named: dict[str, Any]) -> dict[str, Any]:
    return {name: _untitled(field) for name, field in named.items()}
