"""What AWS refuses of a node group: sizes, types, images, templates, labels, taints, versions."""

import re
from typing import Any, Optional

from moto.ec2.models.instance_types import INSTANCE_TYPES

from . import facts
from .account import Account, trusts
from .errors import invalid_parameter, invalid_request

_RESERVED_LABELS = ("kubernetes.io/", "k8s.io/", "eks.amazonaws.com/")
_LABEL_KEY = re.compile(r"([A-Za-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?")
_LABEL_VALUE = re.compile(r"([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?")
_TYPE_LIMIT = 20
_TAINT_LIMIT = 50
_LAST_AL2_MINOR = 32


def check_node_role(account: Account, arn: str) -> None:
    role = account.role(arn)
    if role is None:
        raise invalid_request(f"The role with name {arn.rpartition('/')[2]} cannot be found.")
    if not trusts(role, "ec2.amazonaws.com"):
        raise invalid_parameter("Following required service principals [ec2.amazonaws.com] were not found in the trust relationships of nodeRole role " + arn)


def check_template(account: Account, parameters: "dict[str, Any]") -> Any:
    """The version of the launch template that the group names; None without a template."""
    specification = parameters.get("launchTemplate")
    if specification is None:
        return None
    if ("id" in specification) == ("name" in specification):
        raise invalid_parameter("Exactly one of launch template id and name must be specified.")
    template = account.launch_template(specification)
    if template is None:
        raise invalid_request(f"Launch template {specification.get('id') or specification.get('name')} version {specification.get('version', '$Default')} is not found")
    if "diskSize" in parameters:
        raise invalid_request("Disk size must be specified within the launch template.")
    if "remoteAccess" in parameters:
        raise invalid_request("Remote access configuration cannot be specified with a launch template.")
    data = template.data
    interfaces = data.get("NetworkInterfaces") or data.get("NetworkInterface") or []
    if data.get("IamInstanceProfile"):
        raise invalid_parameter("Launch template should not specify an instance profile. The noderole in your request will be used to construct an instance profile.")
    if any(interface.get("SubnetId") for interface in interfaces):
        raise invalid_parameter("Launch template should not specify a subnet. The subnets in your request will be used.")
    return template


def check_instance_types(parameters: "dict[str, Any]", template: Any) -> "list[str]":
    types = parameters.get("instanceTypes", [])
    from_template = template is not None and template.data.get("InstanceType")
    if types and from_template:
        raise invalid_parameter("Instance types must be specified either in the launch template or in the request, not in both.")
    if len(types) > _TYPE_LIMIT:
        raise invalid_parameter(f"Instance types cannot be more than {_TYPE_LIMIT}.")
    unknown = [name for name in types if name not in INSTANCE_TYPES]
    if unknown:
        raise invalid_parameter(f"The following supplied instance types do not exist: [{', '.join(unknown)}]")
    return types or ([] if from_template else ["t3.medium"])


def check_ami_type(parameters: "dict[str, Any]", template: Any, types: "list[str]", cluster_version: str) -> str:
    wanted = parameters.get("amiType")
    if template is not None and template.data.get("ImageId"):
        if wanted not in (None, "CUSTOM"):
            raise invalid_parameter("You cannot specify an AMI Type other than CUSTOM, when specifying an image id in your launch template.")
        if "version" in parameters or "releaseVersion" in parameters:
            raise invalid_parameter("You cannot specify the field releaseVersion or kubernetesVersion when specifying an image id in your launch template.")
        return "CUSTOM"
    if wanted == "CUSTOM":
        raise invalid_parameter("The AMI type CUSTOM needs an image id in the launch template.")
    kind = wanted or "AL2023_x86_64_STANDARD"
    if kind.startswith("AL2_") and facts.minor(cluster_version) > _LAST_AL2_MINOR:
        raise invalid_parameter(f"AMI Type {kind} is only supported for kubernetes versions 1.{_LAST_AL2_MINOR} or earlier")
    architecture = "arm64" if "_ARM_" in kind else "x86_64"
    chosen = types or [template.data["InstanceType"]]
    unfit = [name for name in chosen if architecture not in _architectures(name)]
    if unfit:
        raise invalid_parameter(f"[{', '.join(unfit)}] is not a valid instance type for requested amiType {kind}")
    return kind


def _architectures(instance_type: str) -> "list[str]":
    return INSTANCE_TYPES.get(instance_type, {}).get("ProcessorInfo", {}).get("SupportedArchitectures", [])


def check_version(wanted: Optional[str], cluster_version: str) -> str:
    # "By default, the Kubernetes version of the cluster is used, and this is the only accepted
    # specified value": the API reference of CreateNodegroup.
    if wanted not in (None, cluster_version):
        raise invalid_parameter(f"Requested Nodegroup version {wanted} is not supported: the cluster version is {cluster_version}")
    return cluster_version


def release_version(ami_type: str, version: str, wanted: Optional[str], template: Any) -> str:
    """The release of the image: the one that is asked for, or the emulator's newest."""
    if ami_type == "CUSTOM":
        return template.data["ImageId"]
    newest = newest_release(ami_type, version)
    if ami_type.startswith("BOTTLEROCKET"):
        form = r"\d+\.\d+\.\d+-[0-9a-f]{8}"
    elif ami_type.startswith("WINDOWS"):
        form = re.escape(version) + r"-\d{4}\.\d{2}\.\d{2}"
    else:
        form = re.escape(version) + r"\.\d+-\d{8}"
    if wanted and not re.fullmatch(form, wanted):
        raise invalid_parameter(f"Requested Nodegroup release version {wanted} is invalid. Allowed release version is {newest}")
    return wanted or newest


def newest_release(ami_type: str, version: str) -> str:
    if ami_type.startswith("BOTTLEROCKET"):
        return "1.52.0-6e22a9b4"
    if ami_type.startswith("WINDOWS"):
        return f"{version}-2026.08.12"
    known = facts.version(version)
    return f"{known['patch'] if known else version}-20260818"


def check_scaling(config: "dict[str, int]") -> "dict[str, int]":
    low, desired, high = config["minSize"], config["desiredSize"], config["maxSize"]
    if low > desired:
        raise invalid_parameter(f"Minimum capacity {low} can't be greater than desired size {desired}")
    if desired > high:
        raise invalid_parameter(f"desired capacity {desired} can't be greater than max size {high}")
    return config


def check_update_config(config: "dict[str, Any]") -> "dict[str, Any]":
    if ("maxUnavailable" in config) == ("maxUnavailablePercentage" in config):
        raise invalid_parameter("Exactly one of maxUnavailable and maxUnavailablePercentage must be specified.")
    if config.get("maxUnavailable", 1) > 100:
        raise invalid_parameter("maxUnavailable cannot be greater than 100.")
    return config


def check_repair(config: "dict[str, Any]") -> "dict[str, Any]":
    for field in ("maxUnhealthyNodeThreshold", "maxParallelNodesRepaired"):
        if f"{field}Count" in config and f"{field}Percentage" in config:
            raise invalid_parameter(f"Only one of {field}Count and {field}Percentage can be specified.")
    for override in config.get("nodeRepairConfigOverrides", []):
        missing = [key for key in _OVERRIDE_FIELDS if key not in override]
        if missing:
            raise invalid_parameter(f"nodeRepairConfigOverrides needs {', '.join(missing)}.")
    return config


_OVERRIDE_FIELDS = ("nodeMonitoringCondition", "nodeUnhealthyReason", "minRepairWaitTimeMins", "repairAction")


def check_labels(labels: "dict[str, str]") -> "dict[str, str]":
    for key, value in labels.items():
        if any(reserved in key for reserved in _RESERVED_LABELS):
            raise invalid_parameter(f"Label cannot contain reserved prefixes [{', '.join(_RESERVED_LABELS)}]")
        if not _LABEL_KEY.fullmatch(key) or not _LABEL_VALUE.fullmatch(value):
            raise invalid_parameter(f"The label {key}={value} is not a valid Kubernetes label")
    return dict(labels)


def check_taints(taints: "list[dict[str, str]]") -> "list[dict[str, str]]":
    if len(taints) > _TAINT_LIMIT:
        raise invalid_parameter(f"Taints cannot be more than {_TAINT_LIMIT}.")
    for taint in taints:
        if not {"key", "effect"} <= taint.keys():
            raise invalid_parameter("A taint needs a key and an effect.")
        if not _LABEL_KEY.fullmatch(taint["key"]):
            raise invalid_parameter(f"The taint key {taint['key']} is not a valid Kubernetes key")
    seen = [(taint["key"], taint["effect"]) for taint in taints]
    if len(set(seen)) < len(seen):
        raise invalid_parameter("Taints must be unique by key and effect.")
    return list(taints)
