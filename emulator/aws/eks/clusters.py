"""Clusters: creation, description, deletion."""

import secrets
import time
from typing import Any

from . import facts
from .access import grant_creator_admin
from .certificate import authority_data
from .cluster_checks import (
    check_access,
    check_auto_mode,
    check_encryption,
    check_new_version,
    check_role,
    check_vpc_config,
    service_network,
)
from .errors import in_use, invalid_request, limit_exceeded
from .paging import page
from .state import Cluster, Region
from .tags import check_tags

LOG_TYPES = ("api", "audit", "authenticator", "controllerManager", "scheduler")
_CLUSTER_QUOTA = 100


def create_cluster(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return region.once("CreateCluster", parameters, lambda: _create(region, parameters))


def _create(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    name = parameters["name"]
    if name in region.clusters:
        raise in_use(f"Cluster already exists with name: {name}", clusterName=name)
    if len(region.clusters) >= _CLUSTER_QUOTA:
        raise limit_exceeded(f"Cluster quota of {_CLUSTER_QUOTA} reached.", clusterName=name)
    version = check_new_version(parameters.get("version", facts.default_version()))
    vpc = check_vpc_config(region.account, name, parameters["resourcesVpcConfig"])
    network = service_network(region.account, vpc["vpcId"], parameters.get("kubernetesNetworkConfig", {}))
    check_encryption(region.account, parameters.get("encryptionConfig", []))
    access = check_access(parameters.get("accessConfig", {}))
    check_auto_mode(parameters, access["authenticationMode"])
    check_role(region.account, parameters["roleArn"], parameters.get("computeConfig", {}).get("enabled", False))
    tags = check_tags(parameters.get("tags", {}))

    suffix = f"{secrets.randbelow(10**9):09d}"
    vpc["clusterSecurityGroupId"] = region.account.create_cluster_security_group(name, suffix, vpc["vpcId"])
    cluster = Cluster(
        {
            "name": name,
            "arn": region.arn("cluster", name),
            "createdAt": time.time(),
            "version": version["version"],
            "roleArn": parameters["roleArn"],
            "resourcesVpcConfig": vpc,
            "kubernetesNetworkConfig": network,
            "logging": log_setups(parameters.get("logging", {})),
            "status": "CREATING",
            "platformVersion": version["platform"],
            "tags": tags,
            "encryptionConfig": parameters.get("encryptionConfig", []),
            "accessConfig": {"authenticationMode": access["authenticationMode"]},
            "upgradePolicy": {"supportType": parameters.get("upgradePolicy", {}).get("supportType", "EXTENDED")},
            "deletionProtection": parameters.get("deletionProtection", False),
            "health": {"issues": []},
            **{key: parameters[key] for key in _ECHOED if key in parameters},
        },
        self_managed_addons=parameters.get("bootstrapSelfManagedAddons", True),
        created_version=version["version"],
    )
    region.clusters[name] = cluster
    if access["bootstrapClusterCreatorAdminPermissions"] and cluster.authentication_mode != "CONFIG_MAP":
        grant_creator_admin(region, cluster)
    region.later(region.delays.create, lambda: _activate(region, cluster))
    return {"cluster": cluster.data}


_ECHOED = ("zonalShiftConfig", "remoteNetworkConfig", "computeConfig", "storageConfig", "controlPlaneScalingConfig")


def _activate(region: Region, cluster: Cluster) -> None:
    """What only exists once the control plane runs."""
    identity = secrets.token_hex(16).upper()
    account = region.account
    cluster.data["endpoint"] = f"https://{identity}.gr7.{account.region}.eks.{account.dns_suffix}"
    cluster.data["identity"] = {"oidc": {"issuer": f"https://oidc.eks.{account.region}.{account.dns_suffix}/id/{identity}"}}
    cluster.data["certificateAuthority"] = {"data": authority_data()}
    if any(setup["enabled"] for setup in cluster.data["logging"]["clusterLogging"]):
        account.ensure_log_group(f"/aws/eks/{cluster.name}/cluster")
    cluster.data["status"] = "ACTIVE"


def log_setups(logging: "dict[str, Any]", before: "tuple[str, ...]" = ()) -> "dict[str, Any]":
    """AWS answers with one entry for the enabled types and one for the rest, in its own order."""
    enabled = set(before)
    for setup in logging.get("clusterLogging", []):
        types = set(setup.get("types", []))
        enabled = enabled | types if setup.get("enabled") else enabled - types
    on = [kind for kind in LOG_TYPES if kind in enabled]
    off = [kind for kind in LOG_TYPES if kind not in enabled]
    setups = [{"types": types, "enabled": state} for types, state in ((on, True), (off, False)) if types]
    return {"clusterLogging": setups}


def describe_cluster(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return {"cluster": region.cluster(parameters["name"]).data}


def list_clusters(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return page("clusters", sorted(region.clusters), parameters)


def delete_cluster(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster = region.cluster(parameters["name"])
    name = cluster.name
    if cluster.data["deletionProtection"]:
        raise invalid_request(f"Cluster {name} has deletion protection enabled", clusterName=name)
    if cluster.nodegroups:
        raise in_use("Cluster has nodegroups attached", clusterName=name)
    if cluster.fargate_profiles:
        raise in_use("Cluster has Fargate profiles attached", clusterName=name)
    if cluster.status in ("CREATING", "UPDATING"):
        raise in_use(f"Cluster {name} is in {cluster.status} status and cannot be deleted", clusterName=name)
    if cluster.status != "DELETING":
        cluster.data["status"] = "DELETING"
        region.later(region.delays.delete_cluster, lambda: _remove(region, cluster))
    return {"cluster": cluster.data}


def _remove(region: Region, cluster: Cluster) -> None:
    region.account.delete_security_group(cluster.data["resourcesVpcConfig"]["clusterSecurityGroupId"])
    region.clusters.pop(cluster.name, None)


OPERATIONS = {
    "CreateCluster": create_cluster,
    "DescribeCluster": describe_cluster,
    "ListClusters": list_clusters,
    "DeleteCluster": delete_cluster,
}
