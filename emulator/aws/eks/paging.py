"""maxResults and nextToken, the same for every list."""

import base64
import binascii
from typing import Any, Sequence

from .errors import invalid_parameter


def page(key: str, items: "Sequence[Any]", parameters: "dict[str, Any]") -> "dict[str, Any]":
    start = _start(parameters.get("nextToken"))
    end = start + parameters.get("maxResults", 100)
    answer: "dict[str, Any]" = {key: list(items[start:end])}
    if end < len(items):
        answer["nextToken"] = base64.urlsafe_b64encode(str(end).encode()).decode()
    return answer


def _start(token: "str | None") -> int:
    if not token:
        return 0
    try:
        return int(base64.urlsafe_b64decode(token.encode()))
    except (binascii.Error, ValueError):
        raise invalid_parameter("The nextToken provided is not valid.") from None
