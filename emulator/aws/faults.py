"""Faults that are put in the way of calls on purpose."""

import fnmatch
import random
import threading
from dataclasses import dataclass, field
from typing import Any, Optional

KINDS = ("latency", "throttle", "error", "disconnect")
MOMENTS = ("before", "after")


@dataclass
class Fault:
    """One rule: which calls it meets, how often, and what happens to them."""

    kind: str
    service: str = "*"
    action: str = "*"
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

    def meets(self, service: str, action: str) -> bool:
        """Whether this call is hit; counts, so it is asked once a call."""
        if not fnmatch.fnmatchcase(service, self.service) or not fnmatch.fnmatchcase(action, self.action):
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

    def for_call(self, service: str, action: str) -> "list[Fault]":
        with self._lock:
            return [fault for fault in self._faults if fault.meets(service, action)]

    def report(self) -> "list[dict[str, Any]]":
        with self._lock:
            return [{"kind": f.kind, "service": f.service, "action": f.action, "hits": f.hits} for f in self._faults]


_FIELDS = {
    "kind": ("kind", str),
    "service": ("service", str),
    "action": ("action", str),
    "count": ("count", int),
    "skip": ("skip", int),
    "probability": ("probability", (int, float)),
    "seed": ("seed", int),
    "latencySeconds": ("latency_seconds", (int, float)),
    "status": ("status", int),
    "code": ("code", str),
    "moment": ("moment", str),
}


def parse_fault(description: "dict[str, Any]") -> Fault:
    values = {}
    for key, value in description.items():
        if key not in _FIELDS:
            raise ValueError(f"fault.{key}: expected one of {', '.join(_FIELDS)}, got {key!r}")
        name, kind = _FIELDS[key]
        if not isinstance(value, kind) or isinstance(value, bool):
            raise ValueError(f"fault.{key}: expected {kind}, got {value!r}")
        values[name] = value
    if values.get("kind") not in KINDS:
        raise ValueError(f"fault.kind: expected one of {', '.join(KINDS)}, got {values.get('kind')!r}")
    if values.get("moment", "after") not in MOMENTS:
        raise ValueError(f"fault.moment: expected one of {', '.join(MOMENTS)}, got {values['moment']!r}")
    if values["kind"] == "latency" and values.get("latency_seconds", 0) <= 0:
        raise ValueError("fault.latencySeconds: expected a number above 0 for the kind latency")
    return Fault(**values)
