"""The emulator's own interface: reset, faults, the log, delays. No bucket name can begin with an underscore."""

import json
from typing import Any, Callable, Tuple

from .eks.state import Delays
from .faults import Faults
from .request_log import RequestLog

PREFIX = "/_emulator/"


class Control:
    def __init__(self, faults: Faults, log: RequestLog, delays: Delays, reset: "Callable[[], None]") -> None:
        self._faults = faults
        self._log = log
        self._delays = delays
        self._reset = reset

    def answer(self, method: str, path: str, body: bytes) -> "Tuple[int, Any]":
        handler = {
            ("POST", "reset"): self._post_reset,
            ("GET", "faults"): lambda _: self._faults.report(),
            ("POST", "faults"): self._faults.add,
            ("DELETE", "faults"): lambda _: self._faults.clear(),
            ("GET", "log"): lambda _: self._log.report(),
            ("DELETE", "log"): lambda _: self._log.clear(),
            ("GET", "delays"): lambda _: vars(self._delays),
            ("POST", "delays"): self._set_delays,
        }.get((method, path[len(PREFIX):]))
        if handler is None:
            return 404, {"message": f"no such control: {method} {path}"}
        try:
            return 200, handler(json.loads(body) if body else {})
        except ValueError as problem:
            return 400, {"message": str(problem)}

    def _post_reset(self, _: Any) -> None:
        self._faults.clear()
        self._log.clear()
        self._reset()

    def _set_delays(self, wanted: "dict[str, float]") -> None:
        set_delays(self._delays, wanted)


def set_delays(delays: Delays, wanted: "dict[str, Any]") -> None:
    for key, value in wanted.items():
        if key not in vars(delays):
            raise ValueError(f"delays.{key}: expected one of {', '.join(vars(delays))}")
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value < 0:
            raise ValueError(f"delays.{key}: expected seconds from 0, got {json.dumps(value)}")
    for key, value in wanted.items():
        setattr(delays, key, value)
