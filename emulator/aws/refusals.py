"""Errors in the words and the wire format of the service that is asked."""

import json
import uuid
from typing import Tuple
from xml.sax.saxutils import escape

Refusal = Tuple[int, "dict[str, str]", bytes]

# What each service says when it throttles: status and code.
_THROTTLED = {"ec2": (503, "RequestLimitExceeded"), "s3": (503, "SlowDown"), "iam": (400, "Throttling"), "sts": (400, "Throttling")}
_QUERY_SERVICES = ("iam", "sts", "autoscaling", "elasticloadbalancing", "rds", "sns", "sqs", "cloudformation")


def throttled(service: str, json_target: bool) -> Refusal:
    default = (400, "ThrottlingException") if json_target else (429, "ThrottlingException")
    status, code = _THROTTLED.get(service, default)
    return refusal(service, json_target, status, code, "Rate exceeded")


def refusal(service: str, json_target: bool, status: int, code: str, message: str) -> Refusal:
    request_id = str(uuid.uuid4())
    headers = {"x-amzn-RequestId": request_id}
    code, message = escape(code), escape(message)
    side = "Receiver" if status >= 500 else "Sender"
    if service == "ec2":
        text = f"<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error></Errors><RequestID>{request_id}</RequestID></Response>"
    elif service == "s3":
        text = f"<Error><Code>{code}</Code><Message>{message}</Message><RequestId>{request_id}</RequestId></Error>"
    elif service in _QUERY_SERVICES and not json_target:
        text = f"<ErrorResponse><Error><Type>{side}</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>{request_id}</RequestId></ErrorResponse>"
    else:
        kind = "application/x-amz-json-1.1" if json_target else "application/json"
        body = json.dumps({"__type": code, "message": message}).encode()
        return status, {**headers, "Content-Type": kind, "x-amzn-ErrorType": code}, body
    return status, {**headers, "Content-Type": "text/xml"}, text.encode()
