"""Requests that an SDK sends again because the connection broke, as it may on a busy machine."""

import threading
from collections import OrderedDict
from concurrent.futures import Future
from typing import Any, Callable

from .call import Call

# More than one process has under way at a time.
_KEPT = 500


class Repeats:
    """The first answer for every attempt of one invocation.

    Few calls of EC2 carry a token, so a second CreateRoute would be refused because of the first. A connection that
    a test breaks on purpose does not come here: there the second attempt is meant to meet what the first one made.
    """

    def __init__(self) -> None:
        self._answers: "OrderedDict[str, Future[Any]]" = OrderedDict()
        self._lock = threading.Lock()

    def answer_once(self, call: Call, answer: "Callable[[], Any]") -> Any:
        invocation = call.headers.get("amz-sdk-invocation-id")
        if not invocation:
            return answer()
        with self._lock:
            first = invocation not in self._answers
            future = self._answers.setdefault(invocation, Future())
            if len(self._answers) > _KEPT:
                self._answers.popitem(last=False)
        if not first:
            return future.result()
        try:
            given = answer()
        except BaseException as problem:
            self._forget(invocation)
            future.set_exception(problem)
            raise
        # Of what was refused nothing is left, and the SDK may be meant to try again.
        if given[0] >= 400:
            self._forget(invocation)
        future.set_result(given)
        return given

    def _forget(self, invocation: str) -> None:
        with self._lock:
            self._answers.pop(invocation, None)
