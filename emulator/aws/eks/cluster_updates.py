"""Changes of a cluster: version, endpoint, logging, access and the rest, one kind a request."""

from typing import Any

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
    cluster = _active(region, parameters["name"], "VersionUpdate")
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
    kinds = {_KINDS[key][0] for key in wanted if key in _KINDS}
    unknown = [key for key in wanted if key not in _KINDS]
    if unknown:
        raise invalid_parameter(f"The emulator does not update {', '.join(unknown)}")
    if len(kinds) != 1:
        raise invalid_parameter("Only one type of update can be allowed." if kinds else "The type for cluster update was not provided.")
    kind = kinds.pop()
    cluster = _active(region, parameters["name"], kind)
    key = next(iter(wanted))
    changed, data = _KINDS[key][1](region, cluster, wanted)
    if isinstance(changed, tuple):
        kind, changed = changed
    return start_update(region, cluster, cluster, kind, changed, lambda: cluster.data.update(data))


def _active(region: Region, name: str, kind: str) -> Cluster:
    cluster = region.cluster(name)
    if cluster.status not in ("ACTIVE", "UPDATING"):
        raise in_use(f"Cannot {kind} because cluster {name} is in {cluster.status} status", clusterName=name)
    return cluster


def _vpc_config(region: Region, cluster: Cluster, wanted: "dict[str, Any]") -> "tuple[Any, dict[str, Any]]":
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
    changed = {key[0].upper() + key[1:]: value for key, value in config.items()}
    return ("EndpointAccessUpdate", changed), {"resourcesVpcConfig": merged}


def _placement(region: Region, config: "dict[str, Any]", current: "dict[str, Any]") -> "tuple[Any, dict[str, Any]]":
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
    return ("VpcConfigUpdate", known), {"resourcesVpcConfig": {**current, **config}}


def _list(zones: "set[str]") -> str:
    return ",".join(sorted(zones))


def _logging(region: Region, cluster: Cluster, wanted: "dict[str, Any]") -> "tuple[Any, dict[str, Any]]":
    before = cluster.data["logging"]
    enabled = tuple(kind for setup in before["clusterLogging"] if setup["enabled"] for kind in setup["types"])
    after = log_setups(wanted["logging"], enabled)
    if after == before:
        raise invalid_parameter("No changes needed for the logging config provided")
    if after["clusterLogging"][0]["enabled"]:
        region.account.ensure_log_group(f"/aws/eks/{cluster.name}/cluster")
    return {"ClusterLogging": wanted["logging"]}, {"logging": after}


def _access(region: Region, cluster: Cluster, wanted: "dict[str, Any]") -> "tuple[Any, dict[str, Any]]":
    mode = wanted["accessConfig"].get("authenticationMode", cluster.authentication_mode)
    check_authentication_step(cluster.authentication_mode, mode)
    return {"AuthenticationMode": mode}, {"accessConfig": {"authenticationMode": mode}}


def _upgrade_policy(region: Region, cluster: Cluster, wanted: "dict[str, Any]") -> "tuple[Any, dict[str, Any]]":
    support = wanted["upgradePolicy"].get("supportType", "EXTENDED")
    known = facts.version(cluster.version)
    if support == "STANDARD" and known and known["status"] == "EXTENDED_SUPPORT":
        raise invalid_request(
            f"Cluster version {cluster.version} is in extended support; supportType cannot be changed to STANDARD",
            clusterName=cluster.name,
        )
    return {"UpgradePolicy": wanted["upgradePolicy"]}, {"upgradePolicy": {"supportType": support}}


def _auto_mode(region: Region, cluster: Cluster, wanted: "dict[str, Any]") -> "tuple[Any, dict[str, Any]]":
    network = {**cluster.data["kubernetesNetworkConfig"], **wanted.get("kubernetesNetworkConfig", {})}
    data = {**wanted, "kubernetesNetworkConfig": network}
    check_auto_mode(data, cluster.authentication_mode)
    return {key[0].upper() + key[1:]: value for key, value in wanted.items()}, data


def _plain(key: str) -> Any:
    def change(region: Region, cluster: Cluster, wanted: "dict[str, Any]") -> "tuple[Any, dict[str, Any]]":
        return {key[0].upper() + key[1:]: wanted[key]}, {key: wanted[key]}

    return change


def _scaling_tier(region: Region, cluster: Cluster, wanted: "dict[str, Any]") -> "tuple[Any, dict[str, Any]]":
    before = cluster.data.get("controlPlaneScalingConfig", {"tier": "standard"})
    after = wanted["controlPlaneScalingConfig"]
    return {"UpdatedTier": after["tier"], "PreviousTier": before["tier"]}, {"controlPlaneScalingConfig": after}


_KINDS: "dict[str, Any]" = {
    "resourcesVpcConfig": ("VpcConfigUpdate", _vpc_config),
    "logging": ("LoggingUpdate", _logging),
    "accessConfig": ("AccessConfigUpdate", _access),
    "upgradePolicy": ("UpgradePolicyUpdate", _upgrade_policy),
    "zonalShiftConfig": ("ZonalShiftConfigUpdate", _plain("zonalShiftConfig")),
    "remoteNetworkConfig": ("RemoteNetworkConfigUpdate", _plain("remoteNetworkConfig")),
    "deletionProtection": ("DeletionProtectionUpdate", _plain("deletionProtection")),
    "controlPlaneScalingConfig": ("ControlPlaneScalingConfigUpdate", _scaling_tier),
    "computeConfig": ("AutoModeUpdate", _auto_mode),
    "storageConfig": ("AutoModeUpdate", _auto_mode),
    "kubernetesNetworkConfig": ("AutoModeUpdate", _auto_mode),
}


def associate_encryption(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return region.once("AssociateEncryptionConfig", parameters, lambda: _associate(region, parameters))


def _associate(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster = _active(region, parameters["clusterName"], "AssociateEncryptionConfig")
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
