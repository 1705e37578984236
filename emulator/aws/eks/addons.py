"""Add-ons: creation, change, deletion."""

import time
from typing import Any

from . import facts
from .addon_checks import check_configuration, check_name, check_version
from .errors import in_use, invalid_parameter, invalid_request, not_found
from .paging import page
from .pod_identity import associate, check_pod_role
from .state import Cluster, Item, Region, new_id
from .tags import check_tags
from .updates import refuse_while_updating, start_update

_NO_NODES = {
    "code": "InsufficientNumberOfReplicas",
    "message": "The add-on is unhealthy because all deployments have 0 of 2 replicas available",
    "resourceIds": [],
}


def create_addon(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return region.once("CreateAddon", parameters, lambda: _create(region, parameters))


def _create(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster = region.ready_cluster(parameters["clusterName"], invalid_request)
    name = check_name(parameters["addonName"])
    if name in cluster.addons:
        raise in_use("Addon already exists.", clusterName=cluster.name, addonName=name)
    version = check_version(name, parameters.get("addonVersion"), cluster.version)
    check_configuration(name, parameters.get("configurationValues"))
    if parameters.get("resolveConflicts") == "PRESERVE":
        raise invalid_parameter("resolveConflicts PRESERVE is only for updates", clusterName=cluster.name, addonName=name)
    _check_roles(region, parameters)
    known = facts.addons()[name]
    now = time.time()
    addon = Item(
        {
            "addonName": name,
            "clusterName": cluster.name,
            "status": "CREATING",
            "addonVersion": version,
            "health": {"issues": []},
            "addonArn": region.arn("addon", f"{cluster.name}/{name}/{new_id()}"),
            "createdAt": now,
            "modifiedAt": now,
            "tags": check_tags(parameters.get("tags", {})),
            "namespaceConfig": {"namespace": parameters.get("namespaceConfig", {}).get("namespace", known["namespace"])},
            **{key: parameters[key] for key in ("serviceAccountRoleArn", "configurationValues") if parameters.get(key)},
        }
    )
    _set_associations(region, cluster, addon, parameters.get("podIdentityAssociations", []))
    cluster.addons[name] = addon
    region.later(region.delays.create, lambda: _become_healthy(region, cluster, addon))
    return {"addon": addon.data}


def _check_roles(region: Region, parameters: "dict[str, Any]") -> None:
    associations = parameters.get("podIdentityAssociations", [])
    if parameters.get("serviceAccountRoleArn") and associations:
        raise invalid_parameter("Only one of serviceAccountRoleArn and podIdentityAssociations can be specified.")
    role_arn = parameters.get("serviceAccountRoleArn", "")
    if role_arn and not region.account.principal_exists(role_arn):
        raise invalid_parameter(f"The role {role_arn} does not exist")
    for wanted in associations:
        check_pod_role(region, wanted["roleArn"])


def _set_associations(region: Region, cluster: Cluster, addon: Item, wanted: "list[dict[str, str]]") -> None:
    """An add-on's associations are replaced as a whole, except those that stay as they are."""
    owned = {a.data["serviceAccount"]: a for a in cluster.pod_identities.values() if a.data.get("ownerArn") == addon.data["addonArn"]}
    kept = {item["serviceAccount"]: item["roleArn"] for item in wanted}
    for account_name, association in owned.items():
        if kept.get(account_name) != association.data["roleArn"]:
            del cluster.pod_identities[association.data["associationId"]]
        else:
            del kept[account_name]
    namespace = addon.data["namespaceConfig"]["namespace"]
    for account_name, role_arn in kept.items():
        request = {"namespace": namespace, "serviceAccount": account_name, "roleArn": role_arn}
        associate(region, cluster, request, addon.data["addonArn"])
    associations = cluster.pod_identities.values()
    addon.data["podIdentityAssociations"] = [
        a.data["associationArn"] for a in associations if a.data.get("ownerArn") == addon.data["addonArn"]
    ]


def _become_healthy(region: Region, cluster: Cluster, addon: Item) -> None:
    """An add-on that runs as a deployment stays DEGRADED until there is a node to run on."""
    if addon.status not in ("CREATING", "DEGRADED"):
        return
    if facts.addons()[addon.data["addonName"]].get("needsNodes") and not _has_nodes(cluster):
        addon.data.update(status="DEGRADED", health={"issues": [_NO_NODES]})
        region.later(region.delays.create, lambda: _become_healthy(region, cluster, addon))
    else:
        addon.data.update(status="ACTIVE", health={"issues": []})


def _has_nodes(cluster: Cluster) -> bool:
    groups = cluster.nodegroups.values()
    runs = any(group.status in ("ACTIVE", "UPDATING") and group.data["scalingConfig"]["desiredSize"] > 0 for group in groups)
    fargate = any(profile.status == "ACTIVE" for profile in cluster.fargate_profiles.values())
    return runs or fargate or cluster.data.get("computeConfig", {}).get("enabled", False)


def _find(region: Region, parameters: "dict[str, Any]") -> "tuple[Cluster, Item]":
    cluster = region.cluster(parameters["clusterName"])
    name = parameters["addonName"]
    if name not in cluster.addons:
        raise not_found(f"No addon: {name} found in cluster: {cluster.name}", clusterName=cluster.name, addonName=name)
    return cluster, cluster.addons[name]


def describe_addon(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return {"addon": _find(region, parameters)[1].data}


def list_addons(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return page("addons", sorted(region.cluster(parameters["clusterName"]).addons), parameters)


def update_addon(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return region.once("UpdateAddon", parameters, lambda: _update(region, parameters))


def _update(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster, addon = _find(region, parameters)
    name = addon.data["addonName"]
    refuse_while_updating(cluster, addon, "AddonUpdate")
    if addon.status in ("CREATING", "DELETING"):
        raise in_use(f"Addon {name} is in {addon.status} status and cannot be updated", clusterName=cluster.name, addonName=name)
    data: "dict[str, Any]" = {}
    wanted_version = parameters.get("addonVersion")
    if wanted_version and wanted_version != addon.data["addonVersion"]:
        data["addonVersion"] = check_version(name, wanted_version, cluster.version)
    check_configuration(name, parameters.get("configurationValues"))
    _check_roles(region, parameters)
    if "configurationValues" in parameters:
        data["configurationValues"] = parameters["configurationValues"]
    # What an update does not name goes: the add-on falls back to the permissions of the nodes.
    data["serviceAccountRoleArn"] = parameters.get("serviceAccountRoleArn")

    def apply() -> None:
        addon.data.update(data)
        # Nothing, or an empty text, takes the setting away.
        for key in [key for key in data if not data[key]]:
            del addon.data[key]
        if "podIdentityAssociations" in parameters:
            _set_associations(region, cluster, addon, parameters["podIdentityAssociations"])

    shown = ("addonVersion", "serviceAccountRoleArn", "resolveConflicts", "configurationValues", "podIdentityAssociations")
    changed = {key[0].upper() + key[1:]: parameters[key] for key in shown if key in parameters}
    return start_update(region, cluster, addon, "AddonUpdate", changed, apply, addonName=name)


def delete_addon(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster, addon = _find(region, parameters)
    addon.data["status"] = "DELETING"
    region.later(region.delays.delete, lambda: _remove(region, cluster, addon))
    return {"addon": addon.data}


def _remove(region: Region, cluster: Cluster, addon: Item) -> None:
    _set_associations(region, cluster, addon, [])
    cluster.addons.pop(addon.data["addonName"], None)


OPERATIONS = {
    "CreateAddon": create_addon,
    "DescribeAddon": describe_addon,
    "ListAddons": list_addons,
    "UpdateAddon": update_addon,
    "DeleteAddon": delete_addon,
}
