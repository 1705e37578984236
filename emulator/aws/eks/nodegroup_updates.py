"""Changes of a node group: configuration and version."""

from typing import Any

from . import facts
from .autoscaling import resize_group
from .errors import in_use, invalid_parameter, invalid_request
from .nodegroup_checks import (
    check_labels,
    check_repair,
    check_scaling,
    check_taints,
    check_template,
    check_update_config,
    release_version,
)
from .nodegroups import find_nodegroup, template_reference
from .state import Cluster, Item, Region
from .updates import start_update


def update_nodegroup_config(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return region.once("UpdateNodegroupConfig", parameters, lambda: _update_config(region, parameters))


def _update_config(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster, group = _active(region, parameters)
    data: "dict[str, Any]" = {}
    changed: "dict[str, Any]" = {}
    if "scalingConfig" in parameters:
        data["scalingConfig"] = check_scaling({**group.data["scalingConfig"], **parameters["scalingConfig"]})
        changed.update({key[0].upper() + key[1:]: value for key, value in parameters["scalingConfig"].items()})
    if "labels" in parameters:
        data["labels"] = _labels(group, parameters["labels"], changed)
    if "taints" in parameters:
        data["taints"] = _taints(group, parameters["taints"], changed)
    if "updateConfig" in parameters:
        data["updateConfig"] = check_update_config(parameters["updateConfig"])
        changed.update({key[0].upper() + key[1:]: value for key, value in parameters["updateConfig"].items()})
    if "nodeRepairConfig" in parameters:
        data["nodeRepairConfig"] = check_repair(parameters["nodeRepairConfig"])
        changed["NodeRepairConfig"] = parameters["nodeRepairConfig"]
    if "warmPoolConfig" in parameters:
        data["warmPoolConfig"] = parameters["warmPoolConfig"]
        changed["WarmPoolEnabled"] = parameters["warmPoolConfig"].get("enabled", False)
    if not data:
        raise invalid_parameter("The configuration of the node group update was not provided.")
    return _start(region, cluster, group, "ConfigUpdate", changed, data)


def _labels(group: Item, change: "dict[str, Any]", changed: "dict[str, Any]") -> "dict[str, str]":
    added, removed = change.get("addOrUpdateLabels", {}), change.get("removeLabels", [])
    changed.update({key: value for key, value in (("LabelsToAdd", added), ("LabelsToRemove", removed)) if value})
    kept = {key: value for key, value in group.data["labels"].items() if key not in removed}
    return {**kept, **check_labels(added)}


def _taints(group: Item, change: "dict[str, Any]", changed: "dict[str, Any]") -> "list[dict[str, str]]":
    added, removed = check_taints(change.get("addOrUpdateTaints", [])), change.get("removeTaints", [])
    changed.update({key: value for key, value in (("TaintsToAdd", added), ("TaintsToRemove", removed)) if value})
    gone = {(taint["key"], taint["effect"]) for taint in (*added, *removed)}
    kept = [taint for taint in group.data["taints"] if (taint["key"], taint["effect"]) not in gone]
    return check_taints([*kept, *added])


def update_nodegroup_version(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return region.once("UpdateNodegroupVersion", parameters, lambda: _update_version(region, parameters))


def _update_version(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster, group = _active(region, parameters)
    template = _template(region, group, parameters)
    custom = template is not None and bool(template.data.get("ImageId"))
    if custom and ("version" in parameters or "releaseVersion" in parameters):
        raise invalid_parameter("You cannot specify the field releaseVersion or kubernetesVersion when specifying an image id in your launch template.")
    current = group.data["version"]
    # A new template version alone keeps the node group's Kubernetes version; nothing at all means the cluster's.
    version = parameters.get("version") or (current if template is not None else cluster.version)
    if facts.minor(version) > facts.minor(cluster.version):
        raise invalid_parameter(f"Nodegroup version {version} cannot be newer than the cluster version {cluster.version}")
    if facts.minor(version) < facts.minor(current):
        raise invalid_parameter(f"Nodegroup version cannot be downgraded from {current} to {version}")
    if facts.version(version) is None:
        raise invalid_parameter("unsupported Kubernetes version")
    ami_type = "CUSTOM" if custom else group.data["amiType"]
    release = release_version(ami_type, version, parameters.get("releaseVersion"), template)
    data: "dict[str, Any]" = {"version": version, "releaseVersion": release, "amiType": ami_type}
    changed = {"Version": version, "ReleaseVersion": release}
    if template is not None:
        reference = template_reference(template)
        data["launchTemplate"] = reference
        changed.update(LaunchTemplateName=reference["name"], LaunchTemplateVersion=reference["version"])
    return _start(region, cluster, group, "VersionUpdate", changed, data)


def _template(region: Region, group: Item, parameters: "dict[str, Any]") -> Any:
    wanted, before = parameters.get("launchTemplate"), group.data.get("launchTemplate")
    if wanted is None:
        if before is None or group.data["amiType"] != "CUSTOM":
            return None
        raise invalid_request("You must specify a launch template to update a node group that uses an image id.")
    if before is None:
        raise invalid_request("Cannot specify a launch template for a node group that was created without one.")
    if wanted.get("id", before["id"]) != before["id"] or wanted.get("name", before["name"]) != before["name"]:
        raise invalid_request("The launch template cannot be changed to another one.")
    return check_template(region.account, {"launchTemplate": wanted})


def _active(region: Region, parameters: "dict[str, Any]") -> "tuple[Cluster, Item]":
    cluster, group = find_nodegroup(region, parameters)
    name = group.data["nodegroupName"]
    if group.status not in ("ACTIVE", "DEGRADED"):
        raise in_use(f"Nodegroup {name} is in {group.status} status and cannot be updated", clusterName=cluster.name, nodegroupName=name)
    return cluster, group


def _start(
    region: Region, cluster: Cluster, group: Item, kind: str, changed: "dict[str, Any]", data: "dict[str, Any]"
) -> "dict[str, Any]":
    name = group.data["nodegroupName"]

    def apply() -> None:
        group.data.update(data)
        resize_group(region.account, group.data)

    return start_update(region, cluster, group, kind, changed, apply, nodegroupName=name)


OPERATIONS = {
    "UpdateNodegroupConfig": update_nodegroup_config,
    "UpdateNodegroupVersion": update_nodegroup_version,
}
