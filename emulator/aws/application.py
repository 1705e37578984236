"""The WSGI application: control, faults, EKS, and moto for the rest."""

import json
import socket
import threading
import time
from contextlib import nullcontext
from http.client import responses
from typing import Any, Callable, Iterable, Iterator, Optional, Tuple

from moto.moto_api._internal.models import moto_api_backend
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.test import run_wsgi_app

from .call import Call, read_call
from .control import PREFIX, Control
from .eks.front import EksFront
from .faults import Fault, Faults
from .gaps import tagged_resources
from .landing import land
from .refusals import refusal, throttled
from .repeats import Repeats
from .request_log import RequestLog

# Where states and their locks are kept. moto first looks whether the condition of a write holds, and then writes.
_ONE_AT_A_TIME = ("s3", "dynamodb")

Answer = Tuple[int, "dict[str, str] | list[tuple[str, str]]", bytes]


class Application:
    def __init__(self) -> None:
        self.faults = Faults()
        self.log = RequestLog()
        self.repeats = Repeats()
        self.eks = EksFront()
        tagged_resources.add_eks(self.eks.world)
        self.control = Control(self.faults, self.log, self.eks.world.delays, self.reset)
        self._moto = DomainDispatcherApplication(create_backend_app)
        self._turn = threading.Lock()
        land()

    def reset(self) -> None:
        self.eks.reset()
        moto_api_backend.reset()
        land()

    def __call__(self, environ: "dict[str, Any]", start_response: Any) -> "Iterable[bytes]":
        path = environ.get("PATH_INFO", "")
        if path == "/healthz" and "HTTP_AUTHORIZATION" not in environ:
            return _send(start_response, (200, {"Content-Type": "application/json"}, b'{"status":"ok"}'))
        call = read_call(environ)
        if path.startswith(PREFIX):
            status, value = self.control.answer(call.method, path, call.body)
            return _send(start_response, (status, {"Content-Type": "application/json"}, json.dumps(value).encode()))
        return self._serve(call, environ, start_response)

    def _serve(self, call: Call, environ: "dict[str, Any]", start_response: Any) -> "Iterable[bytes]":
        entry = self.log.begin(call)

        def send(answer: Answer) -> "list[bytes]":
            entry["status"] = answer[0]
            return _send(start_response, answer)

        faults = self.faults.for_call(call.service, call.action, call.path)
        for fault in faults:
            if fault.kind == "latency":
                time.sleep(fault.latency_seconds)
        stop = next((fault for fault in faults if fault.kind != "latency"), None)
        if stop is None:
            return send(self.repeats.answer_once(call, lambda: self._answer(call, environ)))
        if stop.kind == "disconnect":
            # AWS may well have done the work when the answer is lost: that is the case worth testing.
            answer = None if stop.moment == "before" else self._answer(call, environ)
            return _broken(environ["werkzeug.socket"], start_response, answer if stop.moment == "during" else None)
        return send(_refused(call, stop))

    def _answer(self, call: Call, environ: "dict[str, Any]") -> Answer:
        if call.service == "eks" and call.scope:
            return self.eks.answer(call.scope, call.account_id, call.method, call.path, call.query, call.body)
        with self._turn if call.service in _ONE_AT_A_TIME else nullcontext():
            body, status, headers = run_wsgi_app(self._moto, environ, buffered=True)
        return int(status.split()[0]), list(headers), b"".join(body)


def _refused(call: Call, fault: Fault) -> Answer:
    target = "x-amz-target" in call.headers
    if fault.kind == "throttle":
        return throttled(call.service, target)
    code = fault.code or ("ServiceUnavailable" if fault.status == 503 else "InternalFailure")
    return refusal(call.service, target, fault.status, code, "An internal error occurred")


def _send(start_response: Any, answer: Answer) -> "list[bytes]":
    status, headers, body = answer
    pairs = list(headers.items()) if isinstance(headers, dict) else headers
    if not any(key.lower() == "content-length" for key, _ in pairs):
        pairs.append(("Content-Length", str(len(body))))
    start_response(f"{status} {responses.get(status, 'Unknown')}", pairs)
    return [body]


def _broken(connection: socket.socket, start_response: "Callable[..., Any]", answer: Optional[Answer]) -> "Iterator[bytes]":
    """Half of the answer, or nothing of it, then the end of the connection."""
    # An answer without a body is whole with its headers, so it is not begun.
    if answer is not None and len(answer[2]) > 1:
        body = _send(start_response, answer)[0]
        yield body[: len(body) // 2]
    connection.shutdown(socket.SHUT_RDWR)
    raise ConnectionResetError("fault: disconnect")
