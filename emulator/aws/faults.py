"""Faults that are put in the way of calls on purpose."""

import fnmatch
import json
import random
import threading
from dataclasses import dataclass, field
from typing import Any, Optional

KINDS = ("latency", "throttle", "error", "disconnect")
MOMENTS = ("before", "after", "during")


@dataclass
class Fault:
    """One rule: which calls it meets, how often, and what happens to them."""

    kind: str
    service: str = "*"
    action: str = "*"
    path: str = "*"
    count: Optional[int] = None
    skip: int = 0
    probability: float = 1.0
    seed: int = 0
    latency_seconds: float = 0.0
    status: int = 500
    code: Optional[str] = None
    moment: str = "after"
    hits: int = 0
    _random: random.Random = field(default_factory=random.Random, repr=False)

    def __post_init__(self) -> None:
        self._random.seed(self.seed)

    def meets(self, service: str, action: str, path: str) -> bool:
        """Whether this call is hit; counts, so it is asked once a call."""
        if not fnmatch.fnmatchcase(service, self.service) or not fnmatch.fnmatchcase(action, self.action):
            return False
        if not fnmatch.fnmatchcase(path, self.path):
            return False
        if self.count is not None and self.hits >= self.count:
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        if self._random.random() >= self.probability:
            return False
        self.hits += 1
        return True


class Faults:
    def __init__(self) -> None:
        self._faults: "list[Fault]" = []
        self._lock = threading.Lock()

    def add(self, description: "dict[str, Any]") -> None:
        fault = parse_fault(description)
        with self._lock:
            self._faults.append(fault)

    def clear(self) -> None:
        with self._lock:
            self._faults.clear()

    def for_call(self, service: str, action: str, path: str) -> "list[Fault]":
        with self._lock:
            return [fault for fault in self._faults if fault.meets(service, action, path)]

    def report(self) -> "list[dict[str, Any]]":
        with self._lock:
            return [{"kind": f.kind, "service": f.service, "action": f.action, "hits": f.hits} for f in self._faults]


_TEXT = ("a text", lambda value: isinstance(value, str))
_COUNT = ("a whole number", lambda value: type(value) is int and value >= 0)
_SECONDS = ("a number above 0", lambda value: type(value) in (int, float) and value > 0)
_SHARE = ("a number from 0 to 1", lambda value: type(value) in (int, float) and 0 <= value <= 1)
_STATUS = ("an HTTP status from 400 to 599", lambda value: type(value) is int and 400 <= value <= 599)


def _one_of(words: "tuple[str, ...]") -> "tuple[str, Any]":
    return (f"one of {', '.join(words)}", lambda value: value in words)


# The key of the interface: the attribute, what is allowed in words, and the test.
_FIELDS: "dict[str, Any]" = {
    "kind": ("kind", *_one_of(KINDS)),
    "service": ("service", *_TEXT),
    "action": ("action", *_TEXT),
    "path": ("path", *_TEXT),
    "count": ("count", *_COUNT),
    "skip": ("skip", *_COUNT),
    "probability": ("probability", *_SHARE),
    "seed": ("seed", *_COUNT),
    "latencySeconds": ("latency_seconds", *_SECONDS),
    "status": ("status", *_STATUS),
    "code": ("code", *_TEXT),
    "moment": ("moment", *_one_of(MOMENTS)),
}


def parse_fault(description: "dict[str, Any]") -> Fault:
    values = {}
    for key, value in {"kind": None, **description}.items():
        if key not in _FIELDS:
            raise ValueError(f"fault.{key}: expected one of {', '.join(_FIELDS)}, got {json.dumps(key)}")
        name, allowed, fits = _FIELDS[key]
        if not fits(value):
            raise ValueError(f"fault.{key}: expected {allowed}, got {json.dumps(value)}")
        values[name] = value
    if values["kind"] == "latency" and "latency_seconds" not in values:
        raise ValueError("fault.latencySeconds: expected a number above 0, got nothing; latency needs it")
    return Fault(**values)
