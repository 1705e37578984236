"""What EKS offers: Kubernetes versions, add-on versions, add-on configuration schemas."""

import datetime
import json
from typing import Any

from . import facts
from .errors import invalid_parameter, not_found
from .paging import page
from .state import Region


def describe_cluster_versions(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    wanted = parameters.get("clusterVersions")
    status = parameters.get("versionStatus") or parameters.get("status", "").upper().replace("-", "_")
    everything = parameters.get("includeAll") or wanted or status
    shown = [
        _version(known)
        for known in facts.versions()
        if (not wanted or known["version"] in wanted)
        and (not status or known["status"] == status)
        and (not parameters.get("defaultOnly") or known["version"] == facts.default_version())
        and (everything or known["status"] != "UNSUPPORTED")
    ]
    return page("clusterVersions", shown, parameters)


def _version(known: "dict[str, Any]") -> "dict[str, Any]":
    return {
        "clusterVersion": known["version"],
        "clusterType": "eks",
        "defaultPlatformVersion": known["platform"],
        "defaultVersion": known["version"] == facts.default_version(),
        "releaseDate": _day(known["release"]),
        "endOfStandardSupportDate": _day(known["endOfStandardSupport"]),
        "endOfExtendedSupportDate": _day(known["endOfExtendedSupport"]),
        "status": known["status"].lower().replace("_", "-"),
        "versionStatus": known["status"],
        "kubernetesPatchVersion": known["patch"],
    }


def _day(text: str) -> float:
    return datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.timezone.utc).timestamp()


def describe_addon_versions(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    name = parameters.get("addonName")
    if name is not None and name not in facts.addons():
        raise not_found(f"Addon {name} not found", addonName=name)
    version = parameters.get("kubernetesVersion")
    if version is not None and facts.version(version) is None:
        raise invalid_parameter("unsupported Kubernetes version")
    infos = [
        _addon(known, details, version)
        for known, details in facts.addons().items()
        if name in (None, known)
        and details["type"] in parameters.get("types", [details["type"]])
        and details["owner"] in parameters.get("owners", [details["owner"]])
        and "eks" in parameters.get("publishers", ["eks"])
    ]
    return page("addons", [info for info in infos if info["addonVersions"]], parameters)


def _addon(name: str, details: "dict[str, Any]", version: "str | None") -> "dict[str, Any]":
    defaults = {known["version"]: facts.addon_versions(name, known["version"])[:1] for known in facts.versions()}
    releases = [release for release in details["releases"] if version is None or version in release["clusters"]]
    return {
        "addonName": name,
        "type": details["type"],
        "publisher": "eks",
        "owner": details["owner"],
        "defaultNamespace": details["namespace"],
        "addonVersions": [
            {
                "addonVersion": release["version"],
                "architecture": ["amd64", "arm64"],
                "computeTypes": ["ec2", "auto", "hybrid"],
                "compatibilities": [
                    {"clusterVersion": cluster, "platformVersions": ["*"], "defaultVersion": release["version"] in defaults[cluster]}
                    for cluster in release["clusters"]
                    if version in (None, cluster)
                ],
                "requiresConfiguration": False,
                "requiresIamPermissions": details["requiresIam"],
            }
            for release in releases
        ],
    }


def describe_addon_configuration(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    name, version = parameters["addonName"], parameters["addonVersion"]
    details = facts.addons().get(name, {"releases": []})
    if version not in [release["version"] for release in details["releases"]]:
        raise not_found(f"Addon {name} version {version} not found", addonName=name)
    schema = facts.addon_schema(name)
    if schema is None:
        raise not_found(f"The emulator has no configuration schema of the add-on {name}", addonName=name)
    pods = []
    if details.get("serviceAccount"):
        policies = [f"arn:{region.account.partition}:iam::aws:policy/{p}" for p in details.get("recommendedPolicies", [])]
        pods = [{"serviceAccount": details["serviceAccount"], "recommendedManagedPolicies": policies}]
    return {
        "addonName": name,
        "addonVersion": version,
        "configurationSchema": json.dumps(schema, separators=(",", ":")),
        "podIdentityConfiguration": pods,
    }


OPERATIONS = {
    "DescribeClusterVersions": describe_cluster_versions,
    "DescribeAddonVersions": describe_addon_versions,
    "DescribeAddonConfiguration": describe_addon_configuration,
}
