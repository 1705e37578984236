"""Fargate profiles."""

import time
from typing import Any

from .access import admit_node_role
from .account import trusts
from .cluster_checks import existing_subnets
from .errors import in_use, invalid_parameter, invalid_request, limit_exceeded, not_found
from .paging import page
from .state import Cluster, Item, Region, new_id
from .tags import check_tags

_PROFILE_QUOTA = 10
_SELECTOR_LIMIT = 5
_LABEL_LIMIT = 5


def create_profile(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return region.once("CreateFargateProfile", parameters, lambda: _create(region, parameters))


def _create(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster = region.ready_cluster(parameters["clusterName"], invalid_request)
    name = parameters["fargateProfileName"]
    if name in cluster.fargate_profiles:
        raise in_use("A Fargate Profile already exists with this name in this cluster.", clusterName=cluster.name)
    if name.startswith("eks-"):
        raise invalid_parameter("A Fargate Profile name cannot start with the reserved prefix eks-", fargateProfileName=name)
    if len(cluster.fargate_profiles) >= _PROFILE_QUOTA:
        raise limit_exceeded(f"Fargate Profile quota of {_PROFILE_QUOTA} reached.", clusterName=cluster.name)
    _refuse_beside_another(cluster, f"Cannot create Fargate Profile {name}")
    selectors = _check_selectors(parameters.get("selectors", []))
    _check_role(region, parameters["podExecutionRoleArn"])
    _check_subnets(region, parameters.get("subnets", []))
    profile = Item(
        {
            "fargateProfileName": name,
            "fargateProfileArn": region.arn("fargateprofile", f"{cluster.name}/{name}/{new_id()}"),
            "clusterName": cluster.name,
            "createdAt": time.time(),
            "podExecutionRoleArn": parameters["podExecutionRoleArn"],
            "subnets": parameters.get("subnets", []) or cluster.data["resourcesVpcConfig"]["subnetIds"],
            "selectors": selectors,
            "status": "CREATING",
            "tags": check_tags(parameters.get("tags", {})),
            "health": {"issues": []},
        }
    )
    cluster.fargate_profiles[name] = profile
    admit_node_role(region, cluster, parameters["podExecutionRoleArn"], "FARGATE_LINUX")
    region.later(region.delays.create, lambda: profile.data.update(status="ACTIVE"))
    return {"fargateProfile": profile.data}


def _refuse_beside_another(cluster: Cluster, what: str) -> None:
    for name, profile in cluster.fargate_profiles.items():
        if profile.status in ("CREATING", "DELETING"):
            raise in_use(f"{what} because cluster {cluster.name} currently has Fargate profile {name} in status {profile.status}", clusterName=cluster.name)


def _check_selectors(selectors: "list[dict[str, Any]]") -> "list[dict[str, Any]]":
    if not selectors:
        raise invalid_parameter("Fargate Profile requires at least one selector.")
    if len(selectors) > _SELECTOR_LIMIT:
        raise invalid_parameter(f"Fargate Profile cannot have more than {_SELECTOR_LIMIT} selectors.")
    for selector in selectors:
        if not selector.get("namespace"):
            raise invalid_parameter("Fargate Profile must have at least one selector with at least one namespace value.")
        if len(selector.get("labels", {})) > _LABEL_LIMIT:
            raise invalid_parameter(f"Request contains Selector with more than {_LABEL_LIMIT} Label pairs")
    return selectors


def _check_role(region: Region, arn: str) -> None:
    role = region.account.role(arn)
    if role is None:
        raise invalid_parameter(f"The pod execution role {arn} does not exist")
    if not trusts(role, "eks-fargate-pods.amazonaws.com"):
        raise invalid_parameter("Misconfigured PodExecutionRole Trust Policy; Please add the eks-fargate-pods.amazonaws.com Service Principal")


def _check_subnets(region: Region, subnet_ids: "list[str]") -> None:
    for subnet in existing_subnets(region.account, subnet_ids):
        if region.account.is_public(subnet):
            raise invalid_parameter(f"Subnet {subnet.id} provided in Fargate Profile is not a private subnet")


def _find(region: Region, parameters: "dict[str, Any]") -> "tuple[Cluster, Item]":
    cluster = region.cluster(parameters["clusterName"])
    name = parameters["fargateProfileName"]
    if name not in cluster.fargate_profiles:
        raise not_found(f"No Fargate Profile found with name: {name}.", clusterName=cluster.name, fargateProfileName=name)
    return cluster, cluster.fargate_profiles[name]


def describe_profile(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return {"fargateProfile": _find(region, parameters)[1].data}


def list_profiles(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    profiles = region.cluster(parameters["clusterName"]).fargate_profiles
    return page("fargateProfileNames", sorted(profiles), parameters)


def delete_profile(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster, profile = _find(region, parameters)
    name = profile.data["fargateProfileName"]
    if profile.status != "DELETING":
        _refuse_beside_another(cluster, f"Cannot delete Fargate Profile {name}")
        profile.data["status"] = "DELETING"
        region.later(region.delays.delete, lambda: cluster.fargate_profiles.pop(name, None))
    return {"fargateProfile": profile.data}


OPERATIONS = {
    "CreateFargateProfile": create_profile,
    "DescribeFargateProfile": describe_profile,
    "ListFargateProfiles": list_profiles,
    "DeleteFargateProfile": delete_profile,
}
