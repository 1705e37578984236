"""botocore's own description of a service: which request is which operation."""

import re
from functools import lru_cache
from typing import Any, NamedTuple, Optional
from urllib.parse import parse_qs, unquote

from botocore.exceptions import UnknownServiceError
from botocore.loaders import Loader
from botocore.model import OperationModel, ServiceModel


class Route(NamedTuple):
    operation: OperationModel
    method: str
    path: "re.Pattern[str]"
    query: "dict[str, Optional[str]]"
    weight: int


class Match(NamedTuple):
    operation: OperationModel
    path_parameters: "dict[str, str]"


class RestModel:
    """Finds the operation of a REST request by its method, path and fixed query keys."""

    def __init__(self, service: ServiceModel) -> None:
        self.service = service
        self._routes = sorted(
            (_route(service.operation_model(name)) for name in service.operation_names),
            key=lambda route: -route.weight,
        )

    def match(self, method: str, raw_path: str, query_string: str) -> Optional[Match]:
        query = parse_qs(query_string, keep_blank_values=True)
        for route in self._routes:
            found = route.path.fullmatch(raw_path) if route.method == method else None
            if found and all(key in query and value in (None, query[key][0]) for key, value in route.query.items()):
                return Match(route.operation, {k: unquote(v) for k, v in found.groupdict().items()})
        return None


@lru_cache(maxsize=None)
def rest_model(service_name: str) -> Optional[RestModel]:
    """The model of a service that speaks REST; None for all others."""
    try:
        document: Any = Loader().load_service_model(service_name, "service-2")
    except UnknownServiceError:
        return None
    service = ServiceModel(document, service_name)
    return RestModel(service) if service.protocol.startswith("rest-") else None


def _route(operation: OperationModel) -> Route:
    path, _, query = operation.http["requestUri"].partition("?")
    pattern, literal = "", 0
    for part in re.split(r"(\{[^}]+\})", path):
        if part.startswith("{"):
            greedy = part.endswith("+}")
            name = part.strip("{+}").replace("-", "_")
            pattern += f"(?P<{name}>{'.+' if greedy else '[^/]+'})"
        else:
            pattern += re.escape(part)
            literal += len(part)
    fixed = {key: value or None for key, _, value in (item.partition("=") for item in query.split("&") if item)}
    weight = 100 * len(fixed) + literal + 10 * pattern.count("(?P<")
    return Route(operation, operation.http["method"], re.compile(pattern), fixed, weight)
