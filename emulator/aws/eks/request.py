"""A request read by botocore's model of EKS, and checked against it before anything else."""

import json
import re
from typing import Any
from urllib.parse import parse_qs

from botocore.model import OperationModel, Shape

from ..model import Match
from .errors import EksError, invalid_parameter

_TYPES = {
    "string": str,
    "integer": int,
    "long": int,
    "boolean": bool,
    "double": (int, float),
    "float": (int, float),
    "list": list,
    "map": dict,
    "structure": dict,
}


def read_parameters(match: Match, query_string: str, body: bytes) -> "dict[str, Any]":
    """The operation's input, by member name, with what the model does not know left out."""
    operation = match.operation
    sent = _json_object(operation, body)
    query = parse_qs(query_string, keep_blank_values=True)
    parameters: "dict[str, Any]" = {}
    members = operation.input_shape.members if operation.input_shape else {}
    for name, shape in members.items():
        where = shape.serialization.get("location")
        key = shape.serialization.get("name", name)
        if where == "uri":
            parameters[name] = match.path_parameters[key.replace("-", "_")]
        elif where == "querystring" and key in query:
            parameters[name] = _from_query(shape, query[key], name)
        elif where is None and sent.get(key) is not None:
            parameters[name] = _known(shape, sent[key])
    try:
        if operation.input_shape:
            _check(operation.input_shape, parameters, "")
    except ValueError as problem:
        raise _refusal(operation, str(problem)) from None
    return parameters


def _json_object(operation: OperationModel, body: bytes) -> "dict[str, Any]":
    try:
        sent = json.loads(body) if body else {}
    except ValueError:
        sent = None
    if not isinstance(sent, dict):
        raise _refusal(operation, "The request body is not a JSON object.")
    return sent


def _refusal(operation: OperationModel, message: str) -> EksError:
    # The tag operations have no InvalidParameterException, and some reads only InvalidRequestException.
    declared = {shape.name for shape in operation.error_shapes}
    for code in ("InvalidParameterException", "InvalidRequestException", "BadRequestException"):
        if code in declared:
            return EksError(code, 400, message)
    return invalid_parameter(message)


def _from_query(shape: Shape, values: "list[str]", name: str) -> Any:
    if shape.type_name == "list":
        return values
    value = values[0]
    if shape.type_name == "boolean":
        return {"true": True, "false": False}.get(value, value)
    if shape.type_name in ("integer", "long"):
        return int(value) if re.fullmatch(r"-?\d+", value) else value
    return value


def _known(shape: Shape, value: Any) -> Any:
    """The value without members that the model lacks and without nulls: AWS ignores both."""
    if shape.type_name == "structure" and isinstance(value, dict):
        return {n: _known(m, value[n]) for n, m in shape.members.items() if value.get(n) is not None}
    if shape.type_name == "list" and isinstance(value, list):
        return [_known(shape.member, item) for item in value]
    return value


def _check(shape: Shape, value: Any, path: str) -> None:
    kind = shape.type_name
    expected = _TYPES.get(kind)
    if expected and (not isinstance(value, expected) or (kind != "boolean" and isinstance(value, bool))):
        raise ValueError(f"Invalid type for parameter {path or 'request'}: expected {kind}, got {json.dumps(value)}")
    if kind == "structure":
        for name in shape.required_members:
            if name not in value:
                raise ValueError(f"Missing required parameter: {_join(path, name)}")
        for name, member in shape.members.items():
            if name in value:
                _check(member, value[name], _join(path, name))
    elif kind == "list":
        _check_size(shape, len(value), path)
        for index, item in enumerate(value):
            _check(shape.member, item, f"{path}[{index}]")
    elif kind == "map":
        # An empty tag map is what the SDKs send for no tags, in spite of the model's minimum of one.
        _check_size(shape, max(len(value), 1), path)
        for key, item in value.items():
            _check(shape.key, key, f"{path} (key {key!r})")
            _check(shape.value, item, f"{path}.{key}")
    elif kind == "string":
        _check_text(shape, value, path)
    elif kind in ("integer", "long"):
        _check_size(shape, value, path)


def _check_text(shape: Shape, value: str, path: str) -> None:
    allowed = shape.metadata.get("enum")
    if allowed and value not in allowed:
        raise ValueError(
            f"Value '{value}' at '{path}' failed to satisfy constraint: Member must satisfy enum value set: "
            f"[{', '.join(allowed)}]"
        )
    _check_size(shape, len(value), path)
    pattern = shape.metadata.get("pattern")
    if pattern and not re.fullmatch(pattern, value):
        raise ValueError(
            f"Value '{value}' at '{path}' failed to satisfy constraint: "
            f"Member must satisfy regular expression pattern: {pattern}"
        )


def _check_size(shape: Shape, size: int, path: str) -> None:
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    word = "value" if shape.type_name in ("integer", "long") else "length"
    if low is not None and size < low:
        raise ValueError(f"Value at '{path}' failed to satisfy constraint: Member must have {word} greater than or equal to {low}")
    if high is not None and size > high:
        raise ValueError(f"Value at '{path}' failed to satisfy constraint: Member must have {word} less than or equal to {high}")


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
