"""Changes of a cluster: version, endpoint, logging, access and the rest, one kind a request."""

from typing import Any, Callable, NamedTuple

from . import facts
from .cluster_checks import (
    check_authentication_step,
    check_auto_mode,
    check_encryption,
    check_endpoint_access,
    check_security_groups,
    check_subnets,
    check_version_step,
)
from .clusters import log_setups
from .errors import in_use, invalid_parameter, invalid_request
from .state import Cluster, Region
from .updates import start_update


def update_cluster_version(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return region.once("UpdateClusterVersion", parameters, lambda: _update_version(region, parameters))


def _update_version(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster = _changeable(region, parameters["name"])
    version = check_version_step(cluster.version, parameters["version"])
    behind = [name for name, group in cluster.nodegroups.items() if group.data["version"] != cluster.version]
    if behind:
        raise invalid_request(
            f"Nodegroup(s) [{', '.join(sorted(behind))}] must be updated to match cluster version {cluster.version} "
            "before updating cluster version",
            clusterName=cluster.name,
        )

    def apply() -> None:
        cluster.data.update(version=version["version"], platformVersion=version["platform"])

    changed = {"Version": version["version"], "PlatformVersion": version["platform"]}
    return start_update(region, cluster, cluster, "VersionUpdate", changed, apply)


def update_cluster_config(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return region.once("UpdateClusterConfig", parameters, lambda: _update_config(region, parameters))


def _update_config(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    wanted = {key: value for key, value in parameters.items() if key not in ("name", "clientRequestToken")}
    unknown = [key for key in wanted if key not in _CHANGES]
    if unknown:
        raise invalid_parameter(f"The emulator does not update {', '.join(unknown)}")
    kinds = {_CHANGES[key] for key in wanted}
    if len(kinds) != 1:
        raise invalid_parameter("Only one type of update can be allowed." if kinds else "The type for cluster update was not provided.")
    cluster = _changeable(region, parameters["name"])
    change = kinds.pop()(region, cluster, wanted)
    return start_update(region, cluster, cluster, change.kind, change.shown, lambda: cluster.data.update(change.data))


class Change(NamedTuple):
    """One change of a cluster: its kind, what its update shows, and what becomes of the cluster."""

    kind: str
    shown: "dict[str, Any]"
    data: "dict[str, Any]"


def _changeable(region: Region, name: str) -> Cluster:
    cluster = region.cluster(name)
    if cluster.status not in ("ACTIVE", "UPDATING"):
        raise in_use(f"Cluster {name} is in {cluster.status} status and cannot be updated", clusterName=name)
    return cluster


def _vpc_config(region: Region, cluster: Cluster, wanted: "dict[str, Any]") -> Change:
    config = wanted["resourcesVpcConfig"]
    current = cluster.data["resourcesVpcConfig"]
    if "subnetIds" in config or "securityGroupIds" in config:
        if any(key.startswith(("endpoint", "publicAccess")) for key in config):
            raise invalid_parameter("Only one type of update can be allowed.")
        return _placement(region, config, current)
    merged = {**current, **config}
    check_endpoint_access(
        merged["endpointPublicAccess"], merged["endpointPrivateAccess"], merged["publicAccessCidrs"]
    )
    if config.get("endpointPublicAccess") and not merged["publicAccessCidrs"]:
        merged["publicAccessCidrs"] = ["0.0.0.0/0"]
    if merged == current:
        raise invalid_parameter(
            "Cluster is already at the desired configuration with "
            f"endpointPrivateAccess: {str(current['endpointPrivateAccess']).lower()} , "
            f"endpointPublicAccess: {str(current['endpointPublicAccess']).lower()}, "
            f"and Public Endpoint Restrictions: [{', '.join(current['publicAccessCidrs'])}]"
        )
    changed = {_shown(key): value for key, value in config.items()}
    return Change("EndpointAccessUpdate", changed, {"resourcesVpcConfig": merged})


def _placement(region: Region, config: "dict[str, Any]", current: "dict[str, Any]") -> Change:
    """Subnets may change only within the VPC and the set of zones of the cluster."""
    account = region.account
    subnets = check_subnets(account, config.get("subnetIds", current["subnetIds"]))
    zones = {subnet.availability_zone for subnet in subnets}
    before = {account.subnet(subnet_id).availability_zone for subnet_id in current["subnetIds"] if account.subnet(subnet_id)}
    if subnets[0].vpc_id != current["vpcId"]:
        raise invalid_parameter(f"Provided subnets belong to different VPC than the cluster's ({current['vpcId']})")
    if zones != before:
        raise invalid_parameter(f"Provided subnets belong to the AZs '{_list(zones)}'. But they should belong to the exact set of AZs '{_list(before)}' in which subnets were provided during cluster creation.")
    check_security_groups(account, config.get("securityGroupIds", []), current["vpcId"])
    changed = {"Subnets": config.get("subnetIds"), "SecurityGroups": config.get("securityGroupIds")}
    known = {key: value for key, value in changed.items() if value is not None}
    return Change("VpcConfigUpdate", known, {"resourcesVpcConfig": {**current, **config}})


def _list(zones: "set[str]") -> str:
    return ",".join(sorted(zones))


def _logging(region: Region, cluster: Cluster, wanted: "dict[str, Any]") -> Change:
    before = cluster.data["logging"]
    enabled = tuple(kind for setup in before["clusterLogging"] if setup["enabled"] for kind in setup["types"])
    after = log_setups(wanted["logging"], enabled)
    if after == before:
        raise invalid_parameter("No changes needed for the logging config provided")
    if after["clusterLogging"][0]["enabled"]:
        region.account.ensure_log_group(f"/aws/eks/{cluster.name}/cluster")
    return Change("LoggingUpdate", {"ClusterLogging": wanted["logging"]}, {"logging": after})


def _access(region: Region, cluster: Cluster, wanted: "dict[str, Any]") -> Change:
    mode = wanted["accessConfig"].get("authenticationMode", cluster.authentication_mode)
    check_authentication_step(cluster.authentication_mode, mode)
    return Change("AccessConfigUpdate", {"AuthenticationMode": mode}, {"accessConfig": {"authenticationMode": mode}})


def _upgrade_policy(region: Region, cluster: Cluster, wanted: "dict[str, Any]") -> Change:
    support = wanted["upgradePolicy"].get("supportType", "EXTENDED")
    known = facts.version(cluster.version)
    if support == "STANDARD" and known and known["status"] == "EXTENDED_SUPPORT":
        raise invalid_request(
            f"Cluster version {cluster.version} is in extended support; supportType cannot be changed to STANDARD",
            clusterName=cluster.name,
        )
    return Change("UpgradePolicyUpdate", {"UpgradePolicy": wanted["upgradePolicy"]}, {"upgradePolicy": {"supportType": support}})


def _auto_mode(region: Region, cluster: Cluster, wanted: "dict[str, Any]") -> Change:
    network = {**cluster.data["kubernetesNetworkConfig"], **wanted.get("kubernetesNetworkConfig", {})}
    data = {**wanted, "kubernetesNetworkConfig": network}
    check_auto_mode(data, cluster.authentication_mode)
    return Change("AutoModeUpdate", {_shown(key): value for key, value in wanted.items()}, data)


def _plain(key: str) -> "Callable[[Region, Cluster, dict[str, Any]], Change]":
    def change(region: Region, cluster: Cluster, wanted: "dict[str, Any]") -> Change:
        return Change(f"{_shown(key)}Update", {_shown(key): wanted[key]}, {key: wanted[key]})

    return change


def _scaling_tier(region: Region, cluster: Cluster, wanted: "dict[str, Any]") -> Change:
    before = cluster.data.get("controlPlaneScalingConfig", {"tier": "standard"})
    after = wanted["controlPlaneScalingConfig"]
    shown = {"UpdatedTier": after["tier"], "PreviousTier": before["tier"]}
    return Change("ControlPlaneScalingConfigUpdate", shown, {"controlPlaneScalingConfig": after})


def _shown(key: str) -> str:
    return key[0].upper() + key[1:]


# Members of a request that name the same change go together; two changes do not.
_CHANGES: "dict[str, Callable[[Region, Cluster, dict[str, Any]], Change]]" = {
    "resourcesVpcConfig": _vpc_config,
    "logging": _logging,
    "accessConfig": _access,
    "upgradePolicy": _upgrade_policy,
    "zonalShiftConfig": _plain("zonalShiftConfig"),
    "remoteNetworkConfig": _plain("remoteNetworkConfig"),
    "deletionProtection": _plain("deletionProtection"),
    "controlPlaneScalingConfig": _scaling_tier,
    "computeConfig": _auto_mode,
    "storageConfig": _auto_mode,
    "kubernetesNetworkConfig": _auto_mode,
}


def associate_encryption(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return region.once("AssociateEncryptionConfig", parameters, lambda: _associate(region, parameters))


def _associate(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster = _changeable(region, parameters["clusterName"])
    if cluster.data["encryptionConfig"]:
        raise invalid_request("Encryption is already enabled on this cluster.", clusterName=cluster.name)
    config = parameters["encryptionConfig"]
    check_encryption(region.account, config)
    changed = {"EncryptionConfig": config}
    data = {"encryptionConfig": config}
    return start_update(region, cluster, cluster, "AssociateEncryptionConfig", changed, lambda: cluster.data.update(data))


OPERATIONS = {
    "UpdateClusterVersion": update_cluster_version,
    "UpdateClusterConfig": update_cluster_config,
    "AssociateEncryptionConfig": associate_encryption,
}
