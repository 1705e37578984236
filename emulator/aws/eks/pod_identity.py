"""Pod identity associations: a role for a service account."""

import secrets
import string
import time
from typing import Any, Optional

from .account import trusts
from .errors import in_use, invalid_parameter, invalid_request, not_found
from .paging import page
from .state import Cluster, Item, Region
from .tags import check_tags

_SUMMARY = ("clusterName", "namespace", "serviceAccount", "associationArn", "associationId", "ownerArn")


def create_association(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return region.once("CreatePodIdentityAssociation", parameters, lambda: _create(region, parameters))


def _create(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster = region.ready_cluster(parameters["clusterName"], invalid_request)
    return {"association": associate(region, cluster, parameters).data}


def associate(region: Region, cluster: Cluster, wanted: "dict[str, Any]", owner: Optional[str] = None) -> Item:
    namespace, account_name = wanted["namespace"], wanted["serviceAccount"]
    for known in cluster.pod_identities.values():
        if (known.data["namespace"], known.data["serviceAccount"]) == (namespace, account_name):
            raise in_use(f"Association already exists: {known.data['associationId']}", clusterName=cluster.name)
    check_pod_role(region, wanted["roleArn"])
    _check_session(wanted)
    name = "a-" + "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(17))
    now = time.time()
    association = Item(
        {
            "clusterName": cluster.name,
            "namespace": namespace,
            "serviceAccount": account_name,
            "roleArn": wanted["roleArn"],
            "associationArn": region.arn("podidentityassociation", f"{cluster.name}/{name}"),
            "associationId": name,
            "tags": check_tags(wanted.get("tags", {})),
            "createdAt": now,
            "modifiedAt": now,
            "disableSessionTags": wanted.get("disableSessionTags", False),
            **({"ownerArn": owner} if owner else {}),
        }
    )
    _set_target(region, cluster, association, wanted)
    cluster.pod_identities[name] = association
    return association


def check_pod_role(region: Region, arn: str) -> None:
    role = region.account.role(arn)
    if role is None and f"::{region.account.id}:" in arn:
        raise invalid_parameter("Role provided in the request does not exist.")
    if role is not None and not trusts(role, "pods.eks.amazonaws.com", ("sts:AssumeRole", "sts:TagSession")):
        raise invalid_parameter("Trust policy of role provided in the request must allow pods.eks.amazonaws.com to perform sts:AssumeRole and sts:TagSession.")


def _check_session(wanted: "dict[str, Any]") -> None:
    if wanted.get("policy") and not wanted.get("disableSessionTags"):
        raise invalid_parameter("A policy needs disableSessionTags to be true.")


def _set_target(region: Region, cluster: Cluster, association: Item, wanted: "dict[str, Any]") -> None:
    data = association.data
    if wanted.get("targetRoleArn"):
        data["targetRoleArn"] = wanted["targetRoleArn"]
        parts = (region.account.region, region.account.id, cluster.name, data["namespace"], data["serviceAccount"])
        data["externalId"] = "/".join(parts)
    elif "targetRoleArn" in wanted:
        data.pop("targetRoleArn", None)
        data.pop("externalId", None)
    if wanted.get("policy"):
        data["policy"] = wanted["policy"]


def _find(region: Region, parameters: "dict[str, Any]") -> "tuple[Cluster, Item]":
    cluster = region.cluster(parameters["clusterName"])
    name = parameters["associationId"]
    if name not in cluster.pod_identities:
        raise not_found(f"No association found: {name}", clusterName=cluster.name)
    return cluster, cluster.pod_identities[name]


def describe_association(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return {"association": _find(region, parameters)[1].data}


def list_associations(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    wanted = {key: parameters[key] for key in ("namespace", "serviceAccount") if key in parameters}
    found = [item.data for item in region.cluster(parameters["clusterName"]).pod_identities.values()]
    fitting = [data for data in found if all(data[key] == value for key, value in wanted.items())]
    summaries = [{key: data[key] for key in _SUMMARY if key in data} for data in fitting]
    return page("associations", summaries, parameters)


def update_association(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster, association = _find(region, parameters)
    _refuse_owned(association)
    if "roleArn" in parameters:
        check_pod_role(region, parameters["roleArn"])
        association.data["roleArn"] = parameters["roleArn"]
    _check_session({**association.data, **parameters})
    if "disableSessionTags" in parameters:
        association.data["disableSessionTags"] = parameters["disableSessionTags"]
    _set_target(region, cluster, association, parameters)
    association.touch()
    return {"association": association.data}


def delete_association(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster, association = _find(region, parameters)
    _refuse_owned(association)
    return {"association": cluster.pod_identities.pop(association.data["associationId"]).data}


def _refuse_owned(association: Item) -> None:
    if "ownerArn" in association.data:
        raise invalid_request(f"The association is owned by {association.data['ownerArn']} and must be changed there")


OPERATIONS = {
    "CreatePodIdentityAssociation": create_association,
    "DescribePodIdentityAssociation": describe_association,
    "ListPodIdentityAssociations": list_associations,
    "UpdatePodIdentityAssociation": update_association,
    "DeletePodIdentityAssociation": delete_association,
}
