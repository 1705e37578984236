"""One API call: which service and action it is, and its body read to the end."""

import io
import re
from dataclasses import dataclass
from typing import Any, Optional

from .model import rest_model
from .scope import Scope, scope_of

# Signing names that differ from the names of botocore's models.
_MODEL_NAMES = {"elasticfilesystem": "efs", "execute-api": "apigateway", "es": "opensearch"}

# Two operations of S3 are one request but for the header that names a source.
_WRITES = {"CopyObject": "PutObject", "UploadPartCopy": "UploadPart"}


@dataclass(frozen=True)
class Call:
    scope: Optional[Scope]
    service: str
    action: str
    method: str
    path: str
    query: str
    body: bytes
    headers: "dict[str, str]"

    @property
    def account_id(self) -> str:
        from moto.core import DEFAULT_ACCOUNT_ID

        return self.scope.account_id if self.scope else DEFAULT_ACCOUNT_ID


def read_call(environ: "dict[str, Any]") -> Call:
    """The call; the body is put back, so that what answers can read it again."""
    scope = scope_of(environ)
    body = _read_body(environ)
    environ["wsgi.input"] = io.BytesIO(body)
    path, _, query = environ["RAW_URI"].partition("?")
    method = environ["REQUEST_METHOD"]
    target = environ.get("HTTP_X_AMZ_TARGET", "")
    service = scope.service if scope else ""
    action = _action(service, method, path, query, target, body)
    if "HTTP_X_AMZ_COPY_SOURCE" not in environ:
        action = _WRITES.get(action, action)
    headers = {key[5:].replace("_", "-").lower(): value for key, value in environ.items() if key.startswith("HTTP_")}
    return Call(scope, service, action, method, path, query, body, headers)


def _read_body(environ: "dict[str, Any]") -> bytes:
    if environ.get("wsgi.input_terminated"):
        return environ["wsgi.input"].read()
    return environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))


def _action(service: str, method: str, path: str, query: str, target: str, body: bytes) -> str:
    if target:
        return target.rpartition(".")[2]
    found = re.search(rb"(?:^|&)Action=(\w+)", body[:4096]) or re.search(rb"(?:^|&)Action=(\w+)", query.encode())
    if found:
        return found.group(1).decode()
    model = rest_model(_MODEL_NAMES.get(service, service)) if service else None
    match = model.match(method, path, query) if model else None
    return match.operation.name if match else f"{method} {path}"
