"""What exists in one account and region, and what will be true a moment later."""

import copy
import heapq
import itertools
import json
import time
import uuid
from typing import Any, Callable, Optional

from .account import Account
from .errors import EksError, invalid_parameter, not_found


class Item:
    """One resource: AWS's own shape, and what AWS keeps beside it."""

    def __init__(self, data: "dict[str, Any]", **hidden: Any) -> None:
        self.data = data
        self.hidden = hidden

    @property
    def status(self) -> str:
        return self.data["status"]

    def touch(self) -> None:
        self.data["modifiedAt"] = time.time()


class Cluster(Item):
    def __init__(self, data: "dict[str, Any]", **hidden: Any) -> None:
        super().__init__(data, **hidden)
        self.nodegroups: "dict[str, Item]" = {}
        self.addons: "dict[str, Item]" = {}
        self.access_entries: "dict[str, Item]" = {}
        self.pod_identities: "dict[str, Item]" = {}
        self.fargate_profiles: "dict[str, Item]" = {}
        self.identity_providers: "dict[str, Item]" = {}
        self.updates: "dict[str, Item]" = {}

    @property
    def name(self) -> str:
        return self.data["name"]

    @property
    def version(self) -> str:
        return self.data["version"]

    @property
    def authentication_mode(self) -> str:
        return self.data["accessConfig"]["authenticationMode"]

    def taggable(self) -> "list[tuple[str, Item]]":
        children = (
            ("nodegroupArn", self.nodegroups),
            ("addonArn", self.addons),
            ("accessEntryArn", self.access_entries),
            ("associationArn", self.pod_identities),
            ("fargateProfileArn", self.fargate_profiles),
            ("identityProviderConfigArn", self.identity_providers),
        )
        found = [(item.data[key], item) for key, items in children for item in items.values()]
        return [(self.data["arn"], self), *found]


class Delays:
    """Seconds that AWS takes minutes for."""

    def __init__(self) -> None:
        self.create = 0.2
        self.update = 0.2
        self.delete = 0.2
        # Terraform's provider asks for a deleted cluster at once; if it is still there, it asks three
        # more times at intervals of ten seconds. So by default it is gone at once.
        self.delete_cluster = 0.0
        # How long a node group waits for a network plugin before it fails.
        self.node_ready_limit = 10.0


class Region:
    def __init__(self, account_id: str, region: str, delays: Delays) -> None:
        self.account = Account(account_id, region)
        self.delays = delays
        self.clusters: "dict[str, Cluster]" = {}
        self._later: "list[tuple[float, int, Callable[[], None]]]" = []
        self._order = itertools.count()
        self._answers: "dict[tuple[str, str], tuple[str, Any]]" = {}

    def later(self, seconds: float, action: "Callable[[], None]") -> None:
        heapq.heappush(self._later, (time.monotonic() + seconds, next(self._order), action))

    def settle(self) -> None:
        """Carries out what is due: status changes happen when somebody looks."""
        while self._later and self._later[0][0] <= time.monotonic():
            heapq.heappop(self._later)[2]()

    def once(self, operation: str, parameters: "dict[str, Any]", answer: "Callable[[], Any]") -> Any:
        """A repeated client request token gives the first answer again, so a retry creates nothing twice."""
        token = parameters.get("clientRequestToken")
        if token is None:
            return answer()
        request = json.dumps(parameters, sort_keys=True)
        key = (operation, token)
        if key in self._answers:
            first, given = self._answers[key]
            if first != request:
                raise invalid_parameter("The clientRequestToken was used before with other parameters.")
            return copy.deepcopy(given)
        given = answer()
        self._answers[key] = (request, copy.deepcopy(given))
        return given

    def cluster(self, name: str) -> Cluster:
        if name not in self.clusters:
            raise not_found(f"No cluster found for name: {name}.", clusterName=name)
        return self.clusters[name]

    def ready_cluster(self, name: str, refusal: "Callable[..., EksError]") -> Cluster:
        """The cluster, if it can take new parts."""
        cluster = self.cluster(name)
        if cluster.status not in ("ACTIVE", "UPDATING"):
            raise refusal(f"Cluster '{name}' is not in ACTIVE status", clusterName=name)
        return cluster

    def arn(self, kind: str, path: str) -> str:
        return f"arn:{self.account.partition}:eks:{self.account.region}:{self.account.id}:{kind}/{path}"


class World:
    """Every account and region; a request makes those that it names."""

    def __init__(self, delays: Optional[Delays] = None) -> None:
        self.delays = delays or Delays()
        self._regions: "dict[tuple[str, str], Region]" = {}

    def region(self, account_id: str, region: str) -> Region:
        key = (account_id, region)
        if key not in self._regions:
            self._regions[key] = Region(account_id, region, self.delays)
        return self._regions[key]

    def reset(self) -> None:
        self._regions.clear()


def new_id() -> str:
    return str(uuid.uuid4())
