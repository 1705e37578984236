"""moto takes every denial of a bucket's policy as unconditional, so that a bucket which denies plain HTTP takes nothing at all."""

import json
import threading
from typing import Any

from moto.s3.models import FakeBucket
from moto.s3.responses import S3Response

# What a policy asks of the request at hand.
_asked = threading.local()

_HEADERS = {
    "s3:x-amz-server-side-encryption": "x-amz-server-side-encryption",
    "s3:x-amz-server-side-encryption-aws-kms-key-id": "x-amz-server-side-encryption-aws-kms-key-id",
}


def close() -> None:
    respond, permission = S3Response._key_response, FakeBucket.get_permission

    def key_response(self: Any, request: Any, full_url: str) -> Any:
        # The emulator stands for an endpoint with TLS.
        _asked.values = {"aws:SecureTransport": "true", **{key: request.headers.get(name) for key, name in _HEADERS.items()}}
        try:
            return respond(self, request, full_url)
        finally:
            _asked.values = {}

    def get_permission(self: Any, action: str, resource: str) -> Any:
        written = self.policy
        if written is None:
            return permission(self, action, resource)
        policy = json.loads(written)
        statements = policy["Statement"] if isinstance(policy["Statement"], list) else [policy["Statement"]]
        meant = [statement for statement in statements if statement["Effect"] != "Deny" or _holds(statement.get("Condition", {}))]
        try:
            self.policy = json.dumps({**policy, "Statement": meant}).encode()
            return permission(self, action, resource)
        finally:
            self.policy = written

    S3Response._key_response = key_response
    FakeBucket.get_permission = get_permission


def _holds(condition: "dict[str, dict[str, Any]]") -> bool:
    values = getattr(_asked, "values", {})
    return all(_test(operator, values.get(key), wanted) for operator, tests in condition.items() for key, wanted in tests.items())


def _test(operator: str, value: "str | None", wanted: Any) -> bool:
    texts = [str(text) for text in (wanted if isinstance(wanted, list) else [wanted])]
    if operator == "Null":
        return texts == [str(value is None).lower()]
    if operator in ("Bool", "StringEquals"):
        return value in texts
    # A negated test holds where there is no value, too.
    if operator == "StringNotEquals":
        return value not in texts
    # What is not known here denies, as before.
    return True
