"""What AWS refuses of a cluster: versions, subnets, roles, keys, address ranges, access."""

import ipaddress
from typing import Any

from . import facts
from .account import Account, has_policies, trusts
from .errors import invalid_parameter, limit_exceeded, unsupported_zone

# https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html, read 2026-05
_ZONES_WITHOUT_CONTROL_PLANE = ("use1-az3", "usw1-az2", "cac1-az3")
_PRIVATE = tuple(ipaddress.IPv4Network(net) for net in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"))
_AUTHENTICATION_ORDER = ("CONFIG_MAP", "API_AND_CONFIG_MAP", "API")
_PUBLIC_CIDR_QUOTA = 40


def check_new_version(name: str) -> "dict[str, Any]":
    version = facts.version(name)
    if version is None or version["status"] == "UNSUPPORTED":
        raise invalid_parameter("unsupported Kubernetes version")
    return version


def check_version_step(current: str, wanted: str) -> "dict[str, Any]":
    if wanted == current:
        raise invalid_parameter(f"Cluster is already at version {current}")
    version = check_new_version(wanted)
    if facts.minor(wanted) != facts.minor(current) + 1:
        raise invalid_parameter(f"Unsupported Kubernetes minor version update from {current} to {wanted}")
    return version


def check_role(account: Account, arn: str, auto_mode: bool) -> None:
    role = account.role(arn)
    if role is None:
        raise invalid_parameter(f"Role with arn: {arn}, could not be assumed because it does not exist")
    actions = ("sts:AssumeRole", "sts:TagSession") if auto_mode else ("sts:AssumeRole",)
    if not trusts(role, "eks.amazonaws.com", actions):
        raise invalid_parameter(
            f"Role with arn: {arn}, could not be assumed because the trusted entity is not correct"
        )
    if not has_policies(role):
        raise invalid_parameter(
            "The provided role doesn't have the Amazon EKS Managed Policies associated with it. Please ensure the "
            f"following policy is attached: arn:{account.partition}:iam::aws:policy/AmazonEKSClusterPolicy"
        )


def check_vpc_config(account: Account, cluster_name: str, config: "dict[str, Any]") -> "dict[str, Any]":
    """The configuration as AWS returns it, with the VPC of the subnets."""
    subnets = check_subnets(account, config.get("subnetIds", []))
    _check_control_plane_zones(account, cluster_name, subnets)
    vpc_id = subnets[0].vpc_id
    check_security_groups(account, config.get("securityGroupIds", []), vpc_id)
    public = config.get("endpointPublicAccess", True)
    private = config.get("endpointPrivateAccess", False)
    check_endpoint_access(public, private, config.get("publicAccessCidrs", []))
    return {
        "subnetIds": config["subnetIds"],
        "securityGroupIds": config.get("securityGroupIds", []),
        "vpcId": vpc_id,
        "endpointPublicAccess": public,
        "endpointPrivateAccess": private,
        "publicAccessCidrs": config.get("publicAccessCidrs") or (["0.0.0.0/0"] if public else []),
    }


def check_subnets(account: Account, subnet_ids: "list[str]") -> "list[Any]":
    """The subnets, which exist, share one VPC and span two zones."""
    subnets = existing_subnets(account, subnet_ids)
    if len({subnet.availability_zone for subnet in subnets}) < 2:
        raise invalid_parameter("Subnets specified must be in at least two different AZs")
    return subnets


def existing_subnets(account: Account, subnet_ids: "list[str]") -> "list[Any]":
    subnets = []
    for subnet_id in subnet_ids:
        subnet = account.subnet(subnet_id)
        if subnet is None:
            raise invalid_parameter(
                f"The subnet ID '{subnet_id}' does not exist "
                "(Service: AmazonEC2; Status Code: 400; Error Code: InvalidSubnetID.NotFound)"
            )
        subnets.append(subnet)
    if len({subnet.vpc_id for subnet in subnets}) > 1:
        raise invalid_parameter("Subnets specified must be in the same VPC")
    return subnets


def _check_control_plane_zones(account: Account, cluster_name: str, subnets: "list[Any]") -> None:
    bad = next((s for s in subnets if s._availability_zone.zone_id in _ZONES_WITHOUT_CONTROL_PLANE), None)
    if bad is None:
        return
    zones = account.ec2.describe_availability_zones()
    valid = [zone.name for zone in zones if zone.zone_id not in _ZONES_WITHOUT_CONTROL_PLANE]
    raise unsupported_zone(
        f"Cannot create cluster '{cluster_name}' because EKS does not support creating control plane instances in "
        f"{bad.availability_zone}, the targeted availability zone. Retry cluster creation using control plane subnets "
        f"that span at least two of these availability zones: {', '.join(valid)}.",
        clusterName=cluster_name,
        validZones=valid,
    )


def check_security_groups(account: Account, group_ids: "list[str]", vpc_id: str) -> None:
    for group_id in group_ids:
        group = account.security_group(group_id)
        if group is None:
            raise invalid_parameter(f"The security group '{group_id}' does not exist")
        if group.vpc_id != vpc_id:
            raise invalid_parameter(f"Security group(s) [{group_id}] are not in the same VPC as the subnets ({vpc_id})")


def check_endpoint_access(public: bool, private: bool, cidrs: "list[str]") -> None:
    if not public and not private:
        raise invalid_parameter("Private and public endpoint access cannot be false")
    if len(cidrs) > _PUBLIC_CIDR_QUOTA:
        raise limit_exceeded(f"The maximum number of CIDRs in publicAccessCidrs is {_PUBLIC_CIDR_QUOTA}")
    bad = [cidr for cidr in cidrs if not _is_public_cidr(cidr)]
    if bad:
        raise invalid_parameter(f"The following CIDRs are not allowed in publicAccessCidrs: [{', '.join(bad)}]")


def _is_public_cidr(cidr: str) -> bool:
    try:
        network = ipaddress.ip_network(cidr)
    except ValueError:
        return False
    return "/" in cidr and not any(network.version == 4 and network.subnet_of(private) for private in _PRIVATE)


def service_network(account: Account, vpc_id: str, config: "dict[str, Any]") -> "dict[str, Any]":
    """The Kubernetes network as AWS returns it, with a service range that AWS would choose."""
    family = config.get("ipFamily", "ipv4")
    balancing = {"elasticLoadBalancing": {"enabled": False, **config.get("elasticLoadBalancing", {})}}
    wanted = config.get("serviceIpv4Cidr")
    if family == "ipv6":
        if wanted:
            raise invalid_parameter("serviceIpv4Cidr cannot be specified when ipFamily is ipv6")
        return {"ipFamily": family, "serviceIpv6Cidr": "fd30:1c53:5f8a::/108", **balancing}
    networks = account.vpc_networks(vpc_id)
    if wanted is None:
        taken = any(network.overlaps(_PRIVATE[0]) for network in networks)
        wanted = "172.20.0.0/16" if taken else "10.100.0.0/16"
    else:
        _check_service_cidr(wanted, networks)
    return {"ipFamily": family, "serviceIpv4Cidr": wanted, **balancing}


def _check_service_cidr(text: str, vpc_networks: "list[ipaddress.IPv4Network]") -> None:
    try:
        network = ipaddress.IPv4Network(text)
    except ValueError:
        raise invalid_parameter(f"The serviceIpv4Cidr {text} is not a valid CIDR block") from None
    if not 12 <= network.prefixlen <= 24 or not any(network.subnet_of(private) for private in _PRIVATE):
        raise invalid_parameter(
            f"The serviceIpv4Cidr {text} must be between /24 and /12 and within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16"
        )
    if any(network.overlaps(other) for other in vpc_networks):
        raise invalid_parameter(f"The serviceIpv4Cidr {text} overlaps with the CIDR of the VPC")


def check_encryption(account: Account, config: "list[dict[str, Any]]") -> None:
    for entry in config:
        if entry.get("resources") != ["secrets"]:
            raise invalid_parameter("The resources of encryptionConfig must be exactly [secrets]")
        problem = account.key_problem(entry.get("provider", {}).get("keyArn", ""))
        if problem:
            raise invalid_parameter(problem)


def check_access(config: "dict[str, Any]") -> "dict[str, Any]":
    mode = config.get("authenticationMode", "CONFIG_MAP")
    bootstrap = config.get("bootstrapClusterCreatorAdminPermissions", True)
    if mode == "CONFIG_MAP" and not bootstrap:
        raise invalid_parameter(
            "bootstrapClusterCreatorAdminPermissions must be true if cluster authentication mode is set to CONFIG_MAP"
        )
    return {"authenticationMode": mode, "bootstrapClusterCreatorAdminPermissions": bootstrap}


def check_authentication_step(current: str, wanted: str) -> None:
    if wanted == current:
        raise invalid_parameter(f"Cluster is already at the desired authentication mode {current}")
    if _AUTHENTICATION_ORDER.index(wanted) != _AUTHENTICATION_ORDER.index(current) + 1:
        raise invalid_parameter(f"Unsupported authentication mode update from {current} to {wanted}")


def check_auto_mode(parameters: "dict[str, Any]", authentication_mode: str) -> None:
    flags = [
        parameters.get("computeConfig", {}).get("enabled", False),
        parameters.get("storageConfig", {}).get("blockStorage", {}).get("enabled", False),
        parameters.get("kubernetesNetworkConfig", {}).get("elasticLoadBalancing", {}).get("enabled", False),
    ]
    if any(flags) and not all(flags):
        raise invalid_parameter(
            "For EKS Auto Mode, please ensure that all required configs, including computeConfig, "
            "kubernetesNetworkConfig, and blockStorage are all either fully enabled or fully disabled."
        )
    if all(flags) and authentication_mode == "CONFIG_MAP":
        raise invalid_parameter("EKS Auto Mode needs the authentication mode API or API_AND_CONFIG_MAP")
