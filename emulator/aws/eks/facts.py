"""What the emulator knows of EKS: read once from emulator/facts, each file with its source and date."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional

_FOLDER = Path(__file__).resolve().parents[2] / "facts"


@lru_cache(maxsize=None)
def _file(name: str) -> "dict[str, Any]":
    return json.loads((_FOLDER / name).read_text("utf-8"))


def versions() -> "list[dict[str, Any]]":
    """Every Kubernetes version, the newest first, with its status on the day of the data."""
    as_of = _file("versions.json")["asOf"]
    return [{**version, "status": _status(version, as_of)} for version in _file("versions.json")["versions"]]


def version(name: str) -> "Optional[dict[str, Any]]":
    return next((known for known in versions() if known["version"] == name), None)


def default_version() -> str:
    return _file("versions.json")["default"]


def addons() -> "dict[str, dict[str, Any]]":
    return _file("addons.json")["addons"]


def addon_versions(name: str, cluster_version: str) -> "list[str]":
    """The add-on versions that run on a Kubernetes version, the newest first."""
    releases = addons()[name]["releases"]
    return [release["version"] for release in releases if cluster_version in release["clusters"]]


def addon_schema(name: str) -> "Optional[dict[str, Any]]":
    file = addons()[name].get("schema")
    return _file(file)["schema"] if file else None


def access_policies() -> "list[str]":
    return _file("access-policies.json")["policies"]


def minor(version_name: str) -> int:
    return int(version_name.split(".")[1])


def _status(version_facts: "dict[str, Any]", as_of: str) -> str:
    if version_facts["endOfExtendedSupport"] < as_of:
        return "UNSUPPORTED"
    return "EXTENDED_SUPPORT" if version_facts["endOfStandardSupport"] < as_of else "STANDARD_SUPPORT"
