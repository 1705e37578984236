"""Updates: their ids, their parameters and how they end."""

import json
import time
from typing import Any, Callable, Optional

from .errors import in_use, not_found
from .paging import page
from .state import Cluster, Item, Region, new_id


def start_update(
    region: Region,
    cluster: Cluster,
    target: Item,
    kind: str,
    parameters: "dict[str, Any]",
    apply: "Callable[[], None]",
    **where: str,
) -> "dict[str, Any]":
    """Sets the target to UPDATING and applies the change when the update is done."""
    refuse_while_updating(cluster, target, kind)
    update = Item(
        {
            "id": new_id(),
            "status": "InProgress",
            "type": kind,
            "params": [{"type": key, "value": _text(value)} for key, value in parameters.items()],
            "createdAt": time.time(),
            "errors": [],
        },
        where=where,
        target=target,
    )
    cluster.updates[update.data["id"]] = update
    if "status" in target.data:
        target.data["status"] = "UPDATING"

    def finish() -> None:
        apply()
        update.data["status"] = "Successful"
        if target.data.get("status") == "UPDATING":
            target.data["status"] = "ACTIVE"
        if "modifiedAt" in target.data:
            target.touch()

    region.later(region.delays.update, finish)
    return {"update": update.data}


def refuse_while_updating(cluster: Cluster, target: Item, kind: str) -> None:
    running = _running(cluster, target)
    if running:
        raise in_use(
            f"Cannot {kind} because cluster {cluster.name} currently has update {running.data['id']} in progress",
            clusterName=cluster.name,
        )


def _running(cluster: Cluster, target: Item) -> Optional[Item]:
    updates = cluster.updates.values()
    return next((u for u in updates if u.hidden["target"] is target and u.status == "InProgress"), None)


def describe_update(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster = region.cluster(parameters["name"])
    update = cluster.updates.get(parameters["updateId"])
    if update is None or update.hidden["where"] != _where(parameters):
        raise not_found(f"No update found for ID: {parameters['updateId']}", clusterName=cluster.name)
    return {"update": update.data}


def list_updates(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster = region.cluster(parameters["name"])
    where = _where(parameters)
    return page("updateIds", [key for key, u in cluster.updates.items() if u.hidden["where"] == where], parameters)


def _where(parameters: "dict[str, Any]") -> "dict[str, str]":
    return {key: parameters[key] for key in ("nodegroupName", "addonName") if key in parameters}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))


OPERATIONS = {"DescribeUpdate": describe_update, "ListUpdates": list_updates}
