"""The EKS service: one request in, one answer out, one at a time."""

import json
import threading
import traceback
import uuid
from typing import Any, Callable, Mapping, Tuple

from ..model import rest_model
from ..scope import Scope
from . import (
    access,
    addons,
    catalog,
    cluster_updates,
    clusters,
    fargate,
    identity_providers,
    nodegroup_updates,
    nodegroups,
    pod_identity,
    tags,
    updates,
)
from .errors import EksError
from .request import read_parameters
from .state import Region, World

Answer = Tuple[int, "dict[str, str]", bytes]

OPERATIONS: "Mapping[str, Callable[[Region, dict[str, Any]], dict[str, Any]]]" = {
    **clusters.OPERATIONS,
    **cluster_updates.OPERATIONS,
    **nodegroups.OPERATIONS,
    **nodegroup_updates.OPERATIONS,
    **addons.OPERATIONS,
    **access.OPERATIONS,
    **pod_identity.OPERATIONS,
    **fargate.OPERATIONS,
    **identity_providers.OPERATIONS,
    **updates.OPERATIONS,
    **tags.OPERATIONS,
    **catalog.OPERATIONS,
}


class EksFront:
    def __init__(self) -> None:
        self.world = World()
        self._lock = threading.Lock()

    def reset(self) -> None:
        with self._lock:
            self.world.reset()

    def answer(self, scope: Scope, account_id: str, method: str, raw_path: str, query: str, body: bytes) -> Answer:
        model = rest_model("eks")
        match = model.match(method, raw_path, query) if model else None
        try:
            if match is None:
                raise EksError("UnknownOperationException", 404, f"No EKS operation is {method} {raw_path}")
            operation = OPERATIONS.get(match.operation.name)
            if operation is None:
                raise EksError("NotImplementedException", 501, f"The emulator does not serve {match.operation.name}")
            parameters = read_parameters(match, query, body)
            with self._lock:
                region = self.world.region(account_id, scope.region)
                region.settle()
                result = json.dumps(operation(region, parameters))
        except EksError as error:
            return _refused(error)
        except Exception:
            # A fault of the emulator: AWS's own code for it, and the trace where the server logs.
            traceback.print_exc()
            return _refused(EksError("ServerException", 500, "The emulator failed; its log has the trace."))
        return 200, _headers({}), result.encode()


def _refused(error: EksError) -> Answer:
    return error.status, _headers({"x-amzn-ErrorType": error.code}), json.dumps(error.body).encode()


def _headers(more: "dict[str, str]") -> "dict[str, str]":
    return {"Content-Type": "application/json", "x-amzn-RequestId": str(uuid.uuid4()), **more}
