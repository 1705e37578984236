"""Managed node groups: creation, description, deletion."""

import secrets
import time
from typing import Any

from .access import admit_node_role
from .autoscaling import create_group, delete_group
from .errors import in_use, invalid_request, limit_exceeded, not_found
from .nodegroup_checks import (
    check_ami_type,
    check_instance_types,
    check_labels,
    check_node_role,
    check_repair,
    check_scaling,
    check_taints,
    check_template,
    check_update_config,
    check_version,
    release_version,
)
from .cluster_checks import existing_subnets
from .paging import page
from .state import Cluster, Item, Region, new_id
from .tags import check_tags

_QUOTA = 30
_DEFAULT_SCALING = {"minSize": 1, "maxSize": 2, "desiredSize": 2}


def create_nodegroup(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return region.once("CreateNodegroup", parameters, lambda: _create(region, parameters))


def _create(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster = region.ready_cluster(parameters["clusterName"], invalid_request)
    name = parameters["nodegroupName"]
    if name in cluster.nodegroups:
        raise in_use(
            f"NodeGroup already exists with name {name} and cluster name {cluster.name}",
            clusterName=cluster.name,
            nodegroupName=name,
        )
    if len(cluster.nodegroups) >= _QUOTA:
        raise limit_exceeded(f"Node group quota of {_QUOTA} reached.", clusterName=cluster.name)
    existing_subnets(region.account, parameters["subnets"])
    check_node_role(region.account, parameters["nodeRole"])
    template = check_template(region.account, parameters)
    types = check_instance_types(parameters, template)
    ami_type = check_ami_type(parameters, template, types, cluster.version)
    version = check_version(parameters.get("version"), cluster.version)
    scaling = check_scaling({**_DEFAULT_SCALING, **parameters.get("scalingConfig", {})})
    group = Item(
        {
            "nodegroupName": name,
            "nodegroupArn": region.arn("nodegroup", f"{cluster.name}/{name}/{new_id()}"),
            "clusterName": cluster.name,
            "version": version,
            "releaseVersion": release_version(ami_type, version, parameters.get("releaseVersion"), template),
            "createdAt": time.time(),
            "modifiedAt": time.time(),
            "status": "CREATING",
            "capacityType": parameters.get("capacityType", "ON_DEMAND"),
            "scalingConfig": scaling,
            "subnets": parameters["subnets"],
            "amiType": ami_type,
            "nodeRole": parameters["nodeRole"],
            "labels": check_labels(parameters.get("labels", {})),
            "taints": check_taints(parameters.get("taints", [])),
            "health": {"issues": []},
            "updateConfig": check_update_config(parameters.get("updateConfig", {"maxUnavailable": 1})),
            "tags": check_tags(parameters.get("tags", {})),
            "resources": _resources(name, parameters),
            **_optional(parameters, template, types, ami_type),
        },
    )
    cluster.nodegroups[name] = group
    create_group(region.account, cluster.name, group.data["resources"]["autoScalingGroups"][0]["name"], group.data)
    admit_node_role(region, cluster, group.data["nodeRole"], _entry_type(ami_type))
    give_up = time.monotonic() + region.delays.node_ready_limit
    region.later(region.delays.create, lambda: _join(region, cluster, group, give_up))
    return {"nodegroup": group.data}


def _entry_type(ami_type: str) -> str:
    return "EC2_WINDOWS" if ami_type.startswith("WINDOWS") else "EC2_LINUX"


def _resources(name: str, parameters: "dict[str, Any]") -> "dict[str, Any]":
    resources: "dict[str, Any]" = {"autoScalingGroups": [{"name": f"eks-{name}-{new_id()}"}]}
    if parameters.get("remoteAccess", {}).get("ec2SshKey"):
        resources["remoteAccessSecurityGroup"] = f"sg-{secrets.token_hex(9)[:17]}"
    return resources


def _optional(
    parameters: "dict[str, Any]", template: Any, types: "list[str]", ami_type: str
) -> "dict[str, Any]":
    """What AWS only returns in some shapes of a group."""
    answer: "dict[str, Any]" = {"instanceTypes": types} if types else {}
    if template is None:
        answer["diskSize"] = parameters.get("diskSize", 50 if ami_type.startswith("WINDOWS") else 20)
    else:
        answer["launchTemplate"] = template_reference(template)
    for key in ("remoteAccess", "warmPoolConfig"):
        if key in parameters:
            answer[key] = parameters[key]
    if "nodeRepairConfig" in parameters:
        answer["nodeRepairConfig"] = check_repair(parameters["nodeRepairConfig"])
    return answer


def template_reference(template: Any) -> "dict[str, str]":
    return {"name": template.template.name, "id": template.template.id, "version": str(template.number)}


def _join(region: Region, cluster: Cluster, group: Item, give_up: float) -> None:
    """Nodes become ready when the network plugin runs, and EKS fails the group when it never does."""
    if group.status != "CREATING":
        return
    if has_network_plugin(cluster) or group.data["scalingConfig"]["desiredSize"] == 0:
        group.data["status"] = "ACTIVE"
        group.touch()
    elif time.monotonic() < give_up:
        region.later(region.delays.create, lambda: _join(region, cluster, group, give_up))
    else:
        issue = {
            "code": "NodeCreationFailure",
            "message": "Unhealthy nodes in the kubernetes cluster",
            "resourceIds": [f"i-{secrets.token_hex(9)[:17]}"],
        }
        group.data.update(status="CREATE_FAILED", health={"issues": [issue]})


def has_network_plugin(cluster: Cluster) -> bool:
    return cluster.hidden["self_managed_addons"] or "vpc-cni" in cluster.addons


def find_nodegroup(region: Region, parameters: "dict[str, Any]") -> "tuple[Cluster, Item]":
    cluster = region.cluster(parameters["clusterName"])
    name = parameters["nodegroupName"]
    if name not in cluster.nodegroups:
        raise not_found(f"No node group found for name: {name}.", clusterName=cluster.name, nodegroupName=name)
    return cluster, cluster.nodegroups[name]


def describe_nodegroup(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return {"nodegroup": find_nodegroup(region, parameters)[1].data}


def list_nodegroups(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return page("nodegroups", sorted(region.cluster(parameters["clusterName"]).nodegroups), parameters)


def delete_nodegroup(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster, group = find_nodegroup(region, parameters)
    name = group.data["nodegroupName"]
    if group.status == "UPDATING":
        raise in_use(f"Nodegroup {name} is in UPDATING status and cannot be deleted", clusterName=cluster.name, nodegroupName=name)
    if group.status != "DELETING":
        group.data["status"] = "DELETING"
        region.later(region.delays.delete, lambda: _remove(region, cluster, name))
    return {"nodegroup": group.data}


def _remove(region: Region, cluster: Cluster, name: str) -> None:
    group = cluster.nodegroups.pop(name, None)
    if group is not None:
        delete_group(region.account, group.data)


OPERATIONS = {
    "CreateNodegroup": create_nodegroup,
    "DescribeNodegroup": describe_nodegroup,
    "ListNodegroups": list_nodegroups,
    "DeleteNodegroup": delete_nodegroup,
}
