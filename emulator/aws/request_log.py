"""The requests that were answered, in the order in which they came."""

import threading
from typing import Any

from .call import Call

# What a long run may leave behind; the oldest go first.
LIMIT = 20_000


class RequestLog:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._entries: "list[dict[str, Any]]" = []

    def begin(self, call: Call) -> "dict[str, Any]":
        """The entry of a request that came in. Its status follows with the answer; a broken connection has none."""
        entry: "dict[str, Any]" = {"service": call.service, "action": call.action, "path": call.path, "status": None}
        with self._lock:
            self._entries.append(entry)
            del self._entries[:-LIMIT]
        return entry

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()

    def report(self) -> "list[dict[str, Any]]":
        with self._lock:
            return [dict(entry) for entry in self._entries]
