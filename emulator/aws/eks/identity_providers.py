"""OIDC identity providers that a cluster trusts for its users."""

from typing import Any

from .errors import invalid_parameter, invalid_request, limit_exceeded, not_found
from .paging import page
from .state import Cluster, Item, Region, new_id
from .tags import check_tags
from .updates import start_update


def associate(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return region.once("AssociateIdentityProviderConfig", parameters, lambda: _associate(region, parameters))


def _associate(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster = region.ready_cluster(parameters["clusterName"], invalid_request)
    oidc = parameters["oidc"]
    name, issuer = oidc["identityProviderConfigName"], oidc["issuerUrl"]
    if cluster.identity_providers:
        raise limit_exceeded("A cluster can have one associated OIDC identity provider.", clusterName=cluster.name)
    if not issuer.startswith("https://"):
        raise invalid_parameter(f"The issuerUrl {issuer} must start with https://", clusterName=cluster.name)
    if issuer == cluster.data["identity"]["oidc"]["issuer"]:
        raise invalid_parameter("The issuerUrl is that of the cluster itself", clusterName=cluster.name)
    tags = check_tags(parameters.get("tags", {}))
    provider = Item(
        {
            **oidc,
            "identityProviderConfigArn": region.arn("identityproviderconfig", f"{cluster.name}/oidc/{name}/{new_id()}"),
            "clusterName": cluster.name,
            "tags": tags,
            "status": "CREATING",
        }
    )

    def finish() -> None:
        provider.data["status"] = "ACTIVE"

    update = start_update(region, cluster, cluster, "AssociateIdentityProviderConfig", {"IdentityProviderConfig": oidc}, finish)
    cluster.identity_providers[name] = provider
    return {**update, "tags": tags}


def _find(region: Region, parameters: "dict[str, Any]") -> "tuple[Cluster, Item]":
    cluster = region.cluster(parameters["clusterName"])
    wanted = parameters["identityProviderConfig"]
    provider = cluster.identity_providers.get(wanted["name"])
    if wanted["type"] != "oidc" or provider is None:
        raise not_found(f"Identity provider config {wanted['name']} is not associated with cluster {cluster.name}", clusterName=cluster.name)
    return cluster, provider


def describe(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return {"identityProviderConfig": {"oidc": _find(region, parameters)[1].data}}


def list_configs(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    names = region.cluster(parameters["clusterName"]).identity_providers
    return page("identityProviderConfigs", [{"type": "oidc", "name": name} for name in names], parameters)


def disassociate(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return region.once("DisassociateIdentityProviderConfig", parameters, lambda: _disassociate(region, parameters))


def _disassociate(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    cluster, provider = _find(region, parameters)
    name = provider.data["identityProviderConfigName"]
    changed = {"IdentityProviderConfig": parameters["identityProviderConfig"]}

    def finish() -> None:
        cluster.identity_providers.pop(name, None)

    update = start_update(region, cluster, cluster, "DisassociateIdentityProviderConfig", changed, finish)
    provider.data["status"] = "DELETING"
    return update


OPERATIONS = {
    "AssociateIdentityProviderConfig": associate,
    "DescribeIdentityProviderConfig": describe,
    "ListIdentityProviderConfigs": list_configs,
    "DisassociateIdentityProviderConfig": disassociate,
}
