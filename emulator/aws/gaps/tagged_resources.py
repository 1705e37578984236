"""moto's tagging API leaves out some kinds of EC2, names one as AWS does not, and knows nothing of our EKS."""

from typing import Any, Iterator

from moto.core.resource_tagging import TaggedResource, make_tag_matcher, match_resource_type
from moto.ec2.models import EC2Backend
from moto.resourcegroupstaggingapi.models import ResourceGroupsTaggingAPIBackend

from ..eks.state import World


def close() -> None:
    known = EC2Backend.iter_tagged_resources

    def iter_tagged_resources(self: Any) -> "Iterator[TaggedResource]":
        for resource in known(self):
            resource.arn = resource.arn.replace(":flow-logs/", ":vpc-flow-log/")
            yield resource
        yield from _ec2(self)

    EC2Backend.iter_tagged_resources = iter_tagged_resources


def add_eks(world: World) -> None:
    """Of the server's own EKS, which is none of moto's backends."""
    known = ResourceGroupsTaggingAPIBackend._get_resources_generator

    def resources(self: Any, tag_filters: Any = None, resource_type_filters: Any = None, resource_arn_list: Any = None) -> "Iterator[TaggedResource]":
        yield from known(self, tag_filters, resource_type_filters, resource_arn_list)
        matches = make_tag_matcher(tag_filters)
        for resource in _eks(world, self.account_id, self.region_name):
            asked = not resource_arn_list or resource.arn in resource_arn_list
            if asked and matches(resource.tags) and match_resource_type(resource.resource_type, resource_type_filters):
                yield resource

    ResourceGroupsTaggingAPIBackend._get_resources_generator = resources


def _ec2(backend: Any) -> "Iterator[TaggedResource]":
    kinds = {
        "elastic-ip": [address.allocation_id for address in backend.addresses],
        "vpc-endpoint": backend.vpc_end_points,
        "launch-template": backend.launch_templates,
        "network-acl": backend.network_acls,
        "egress-only-internet-gateway": backend.egress_only_internet_gateways,
        "security-group-rule": [rule.id for group in _groups(backend) for rule in (*group.ingress_rules, *group.egress_rules)],
    }
    for kind, ids in kinds.items():
        for id_ in ids:
            tags = dict(backend.tags.get(id_, {}))
            arn = f"arn:{backend.partition}:ec2:{backend.region_name}:{backend.account_id}:{kind}/{id_}"
            yield TaggedResource(arn=arn, tags=tags, resource_type=f"ec2:{kind}")


def _groups(backend: Any) -> "Iterator[Any]":
    for groups in backend.groups.values():
        yield from groups.values()


def _eks(world: World, account_id: str, region: str) -> "Iterator[TaggedResource]":
    for cluster in list(world.region(account_id, region).clusters.values()):
        for arn, item in cluster.taggable():
            kind = arn.split(":", 5)[5].split("/", 1)[0]
            if item.data["tags"]:
                yield TaggedResource(arn=arn, tags=dict(item.data["tags"]), resource_type=f"eks:{kind}")
