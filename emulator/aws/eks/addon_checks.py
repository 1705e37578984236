"""What AWS refuses of an add-on: its name, its version, its configuration."""

import copy
from functools import lru_cache
from typing import Any, Optional

import yaml
from jsonschema import Draft7Validator, FormatChecker

from . import facts
from .errors import invalid_parameter

# What Go's strconv.ParseBool reads: the add-ons' own reading of such texts.
_BOOLEANS = ("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False")
_formats = FormatChecker(formats=())


@_formats.checks("boolean")
def _is_boolean(value: Any) -> bool:
    return not isinstance(value, str) or value in _BOOLEANS


@_formats.checks("integer")
def _is_integer(value: Any) -> bool:
    return not isinstance(value, str) or value.lstrip("-").isdigit()


def check_name(name: str) -> str:
    if name not in facts.addons():
        raise invalid_parameter("Addon specified is not supported", addonName=name)
    return name


def check_version(name: str, wanted: Optional[str], cluster_version: str) -> str:
    supported = facts.addon_versions(name, cluster_version)
    if not supported:
        raise invalid_parameter(f"Addon {name} specified is not supported in {cluster_version} kubernetes version", addonName=name)
    if wanted is None:
        return supported[0]
    if wanted not in supported:
        raise invalid_parameter("Addon version specified is not supported", addonName=name)
    return wanted


def check_configuration(name: str, text: Optional[str]) -> None:
    """Known keys must have the schema's types and values; keys that the stored schema lacks pass."""
    if not text:
        return
    try:
        # JSON and YAML are both accepted, and YAML contains JSON.
        values = yaml.safe_load(text)
    except yaml.YAMLError:
        values = None
    if not isinstance(values, dict):
        raise invalid_parameter("ConfigurationValue provided in request is not supported: not a JSON or YAML object", addonName=name)
    validator = _validator(name)
    problems = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(values)] if validator else []
    if problems:
        raise invalid_parameter(
            "ConfigurationValue provided in request is not supported: "
            f"Json schema validation failed with error: [{', '.join(problems)}]",
            addonName=name,
        )


@lru_cache(maxsize=None)
def _validator(name: str) -> "Optional[Draft7Validator]":
    schema = facts.addon_schema(name)
    return Draft7Validator(_open(schema), format_checker=_formats) if schema else None


def _open(schema: "dict[str, Any]") -> "dict[str, Any]":
    """The schema without the refusal of unknown keys: newer versions of an add-on know more."""
    opened = copy.deepcopy(schema)
    nodes: "list[Any]" = [opened]
    while nodes:
        node = nodes.pop()
        if isinstance(node, dict):
            if node.get("additionalProperties") is False:
                del node["additionalProperties"]
            nodes.extend(node.values())
        elif isinstance(node, list):
            nodes.extend(node)
    return opened
