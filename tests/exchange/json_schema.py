# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of JSON Schema (2020-12) that the schemas here use; what it does not know is an error."""

import re

ANNOTATIONS = {"$schema", "$id", "$defs", "title", "description"}
TYPES = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
}


class Mismatch(Exception):
    pass


def require(condition, where, what):
    if not condition:
        raise Mismatch(f"{where}: {what}")


def same(a, b):
    return type(a) is type(b) and a == b


def resolved(schema, root):
    while "$ref" in schema:
        target = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        schema = target
    return schema


def matching(value, options, root, where):
    reasons = []
    for option in options:
        try:
            validate(value, option, root, where)
        except Mismatch as mismatch:
            reasons.append(str(mismatch))
    return len(options) - len(reasons), reasons


def validate_object(value, schema, root, where):
    for key in schema.get("required", []):
        require(key in value, where, f"'{key}' is missing")
    known = schema.get("properties", {})
    others = schema.get("additionalProperties", True)
    for key, item in value.items():
        inner = f"{where}.{key}"
        if key in known:
            validate(item, known[key], root, inner)
        elif others is False:
            raise Mismatch(f"{inner}: not allowed")
        elif others is not True:
            validate(item, others, root, inner)


def validate_array(value, schema, root, where):
    require(len(value) >= schema.get("minItems", 0), where, "too few items")
    require(len(value) <= schema.get("maxItems", len(value)), where, "too many items")
    for index, item in enumerate(value):
        validate(item, schema.get("items", {}), root, f"{where}[{index}]")


def validate_number(value, schema, where):
    require(value >= schema.get("minimum", value), where, f"{value} is too small")
    require(value <= schema.get("maximum", value), where, f"{value} is too large")
    if "exclusiveMinimum" in schema:
        require(value > schema["exclusiveMinimum"], where, f"{value} is too small")


def validate_text(value, schema, where):
    require(len(value) >= schema.get("minLength", 0), where, "too short")
    require(re.search(schema.get("pattern", ""), value), where, f"'{value}' has another form")


KNOWN = ANNOTATIONS | {
    "$ref", "type", "const", "enum", "anyOf", "oneOf", "required", "properties",
    "additionalProperties", "items", "minItems", "maxItems", "minimum", "maximum",
    "exclusiveMinimum", "minLength", "pattern",
}


def validate(value, schema, root=None, where="$"):
    root = schema if root is None else root
    schema = resolved(schema, root)
    unknown = set(schema) - KNOWN
    if unknown:
        raise ValueError(f"schema of {where} uses {sorted(unknown)}")
    if "type" in schema:
        require(TYPES[schema["type"]](value), where, f"no {schema['type']}")
    if "const" in schema:
        require(same(value, schema["const"]), where, f"{value!r} is not {schema['const']!r}")
    if "enum" in schema:
        require(any(same(value, item) for item in schema["enum"]), where, f"{value!r} is unknown")
    if "anyOf" in schema:
        count, reasons = matching(value, schema["anyOf"], root, where)
        require(count > 0, where, " and ".join(reasons))
    if "oneOf" in schema:
        count, reasons = matching(value, schema["oneOf"], root, where)
        require(count == 1, where, f"{count} forms fit; " + " and ".join(reasons))
    if isinstance(value, dict):
        validate_object(value, schema, root, where)
    elif isinstance(value, list):
        validate_array(value, schema, root, where)
    elif isinstance(value, str):
        validate_text(value, schema, where)
    elif TYPES["number"](value):
        validate_number(value, schema, where)
