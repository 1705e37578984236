"""Access entries and the access policies that are associated with them."""

import re
import time
from typing import Any

from . import facts
from .errors import in_use, invalid_parameter, invalid_request, not_found
from .paging import page
from .state import Cluster, Item, Region, new_id
from .tags import check_tags

_PRINCIPAL = re.compile(r"arn:[a-z-]+:iam::\d{12}:(role|user)/.+")
_NODE_TYPES = ("EC2_LINUX", "EC2_WINDOWS", "FARGATE_LINUX", "HYBRID_LINUX", "HYPERPOD_LINUX")
_TYPES = ("STANDARD", "EC2", *_NODE_TYPES)
_RESERVED = ("system:", "eks:", "aws:", "amazon:", "iam:")


def create_access_entry(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return region.once("CreateAccessEntry", parameters, lambda: _create(region, parameters))


def _create(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster = _with_entries(region.ready_cluster(parameters["clusterName"], invalid_request))
    principal = parameters["principalArn"]
    if principal in cluster.access_entries:
        raise in_use("The specified access entry resource is already in use on this cluster.", clusterName=cluster.name)
    if not _PRINCIPAL.fullmatch(principal) or not region.account.principal_exists(principal):
        raise invalid_parameter("The specified principalArn is invalid: invalid principal.", clusterName=cluster.name)
    kind = parameters.get("type", "STANDARD")
    groups = parameters.get("kubernetesGroups", [])
    if kind not in _TYPES:
        raise invalid_parameter(f"The specified type {kind} is invalid, expected one of {', '.join(_TYPES)}")
    if kind != "STANDARD" and groups:
        raise invalid_parameter(f"Kubernetes groups cannot be specified for the type {kind}")
    if kind != "STANDARD" and ":user/" in principal:
        raise invalid_parameter(f"The type {kind} needs an IAM role as principal")
    _check_names(parameters.get("username"), groups)
    entry = new_entry(region, cluster, principal, kind, parameters.get("username"), groups)
    entry.data["tags"] = check_tags(parameters.get("tags", {}))
    cluster.access_entries[principal] = entry
    return {"accessEntry": entry.data}


def new_entry(
    region: Region, cluster: Cluster, principal: str, kind: str, username: "str | None", groups: "list[str]"
) -> Item:
    account_id, path = principal.split(":", 5)[4:]
    sort, _, name = path.partition("/")
    now = time.time()
    return Item(
        {
            "clusterName": cluster.name,
            "principalArn": principal,
            "kubernetesGroups": ["system:nodes"] if kind in _NODE_TYPES else list(groups),
            "accessEntryArn": region.arn("access-entry", f"{cluster.name}/{sort}/{account_id}/{name.split('/')[-1]}/{new_id()}"),
            "createdAt": now,
            "modifiedAt": now,
            "tags": {},
            "username": username or _default_username(principal, kind),
            "type": kind,
        },
        policies={},
    )


def _default_username(principal: str, kind: str) -> str:
    if kind in ("EC2", "EC2_LINUX", "EC2_WINDOWS"):
        return "system:node:{{EC2PrivateDNSName}}"
    if kind in _NODE_TYPES:
        return "system:node:{{SessionName}}"
    if ":role/" not in principal:
        return principal
    # Paths are left out of the name of a session.
    head, _, name = principal.partition(":role/")
    return f"{head.replace(':iam:', ':sts:')}:assumed-role/{name.split('/')[-1]}/{{{{SessionName}}}}"


def _check_names(username: "str | None", groups: "list[str]") -> None:
    for kind, name in (("username", username or ""), *(("kubernetes group name", group) for group in groups)):
        if name.startswith(_RESERVED):
            raise invalid_parameter(f"The {kind} {name} is invalid, it cannot start with {', '.join(_RESERVED)}")


def _with_entries(cluster: Cluster) -> Cluster:
    if cluster.authentication_mode == "CONFIG_MAP":
        raise invalid_request(
            "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to perform this operation.",
            clusterName=cluster.name,
        )
    return cluster


def _entry(region: Region, parameters: "dict[str, Any]") -> "tuple[Cluster, Item]":
    cluster = _with_entries(region.cluster(parameters["clusterName"]))
    principal = parameters["principalArn"]
    if principal not in cluster.access_entries:
        raise not_found(f"The specified principalArn could not be found. You need to check if principal {principal} has an access entry.", clusterName=cluster.name)
    return cluster, cluster.access_entries[principal]


def describe_access_entry(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return {"accessEntry": _entry(region, parameters)[1].data}


def list_access_entries(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster = _with_entries(region.cluster(parameters["clusterName"]))
    policy = parameters.get("associatedPolicyArn")
    entries = cluster.access_entries.items()
    return page("accessEntries", [arn for arn, e in entries if policy in (None, *e.hidden["policies"])], parameters)


def update_access_entry(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    _, entry = _entry(region, parameters)
    groups = parameters.get("kubernetesGroups")
    if entry.data["type"] != "STANDARD" and (groups or "username" in parameters):
        raise invalid_request(f"Access entries of the type {entry.data['type']} cannot be changed")
    _check_names(parameters.get("username"), groups or [])
    if groups is not None:
        entry.data["kubernetesGroups"] = groups
    if "username" in parameters:
        entry.data["username"] = parameters["username"] or _default_username(entry.data["principalArn"], "STANDARD")
    entry.touch()
    return {"accessEntry": entry.data}


def delete_access_entry(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster, entry = _entry(region, parameters)
    del cluster.access_entries[entry.data["principalArn"]]
    return {}


def associate_access_policy(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster, entry = _entry(region, parameters)
    policy, scope = parameters["policyArn"], parameters["accessScope"]
    if policy not in _policy_arns(region):
        raise invalid_parameter("The policyArn provided does not exist", clusterName=cluster.name)
    if entry.data["type"] != "STANDARD" and not (entry.data["type"] == "EC2" and policy.endswith("/AmazonEKSAutoNodePolicy")):
        raise invalid_request(f"Access policies cannot be associated with the type {entry.data['type']}", clusterName=cluster.name)
    if (scope.get("type") == "namespace") != bool(scope.get("namespaces")):
        raise invalid_parameter("The accessScope must have namespaces for the type namespace, and none for the type cluster")
    now = time.time()
    before = entry.hidden["policies"].get(policy, {})
    entry.hidden["policies"][policy] = {
        "policyArn": policy,
        "accessScope": {"type": scope["type"], "namespaces": scope.get("namespaces", [])},
        "associatedAt": before.get("associatedAt", now),
        "modifiedAt": now,
    }
    return {**_where(cluster, entry), "associatedAccessPolicy": entry.hidden["policies"][policy]}


def disassociate_access_policy(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster, entry = _entry(region, parameters)
    if entry.hidden["policies"].pop(parameters["policyArn"], None) is None:
        raise not_found("The specified policyArn is not associated with the access entry", clusterName=cluster.name)
    return {}


def list_associated_policies(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster, entry = _entry(region, parameters)
    associated = list(entry.hidden["policies"].values())
    return {**_where(cluster, entry), **page("associatedAccessPolicies", associated, parameters)}


def list_access_policies(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    policies = [{"name": arn.rpartition("/")[2], "arn": arn} for arn in _policy_arns(region)]
    return page("accessPolicies", policies, parameters)


def grant_creator_admin(region: Region, cluster: Cluster) -> None:
    """The hidden administrator of a cluster made with bootstrapClusterCreatorAdminPermissions."""
    principal = f"arn:{region.account.partition}:iam::{region.account.id}:user/moto"
    entry = new_entry(region, cluster, principal, "STANDARD", None, [])
    cluster.access_entries[principal] = entry
    parameters = {"clusterName": cluster.name, "principalArn": principal, "accessScope": {"type": "cluster"}}
    associate_access_policy(region, {**parameters, "policyArn": _policy_arns(region)[0]})


def admit_node_role(region: Region, cluster: Cluster, role_arn: str, kind: str) -> None:
    """EKS makes the entry of its own nodes' role itself."""
    if cluster.authentication_mode != "CONFIG_MAP" and role_arn not in cluster.access_entries:
        cluster.access_entries[role_arn] = new_entry(region, cluster, role_arn, kind, None, [])


def _policy_arns(region: Region) -> "list[str]":
    return [f"arn:{region.account.partition}:eks::aws:cluster-access-policy/{name}" for name in facts.access_policies()]


def _where(cluster: Cluster, entry: Item) -> "dict[str, Any]":
    return {"clusterName": cluster.name, "principalArn": entry.data["principalArn"]}


OPERATIONS = {
    "CreateAccessEntry": create_access_entry,
    "DescribeAccessEntry": describe_access_entry,
    "ListAccessEntries": list_access_entries,
    "UpdateAccessEntry": update_access_entry,
    "DeleteAccessEntry": delete_access_entry,
    "AssociateAccessPolicy": associate_access_policy,
    "DisassociateAccessPolicy": disassociate_access_policy,
    "ListAssociatedAccessPolicies": list_associated_policies,
    "ListAccessPolicies": list_access_policies,
}
