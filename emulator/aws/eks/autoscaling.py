"""The Auto Scaling group of a node group, in moto's hands: sizes and tags, and no machines."""

from typing import Any

from moto.autoscaling.models import FakeAutoScalingGroup, autoscaling_backends

from .account import Account


def create_group(account: Account, cluster_name: str, name: str, nodegroup: "dict[str, Any]") -> None:
    backend = _backend(account)
    group = FakeAutoScalingGroup(
        name=name,
        availability_zones=[],
        # moto would launch instances.
        desired_capacity=0,
        min_size=0,
        max_size=0,
        launch_config_name="",
        launch_template={},
        vpc_zone_identifier=",".join(nodegroup["subnets"]),
        default_cooldown=None,
        health_check_period=15,
        health_check_type="EC2",
        load_balancers=[],
        target_group_arns=[],
        placement_group=None,
        termination_policies=["AllocationStrategy", "OldestLaunchTemplate", "OldestInstance"],
        autoscaling_backend=backend,
        ec2_backend=account.ec2,
        tags=_tags(cluster_name, name, nodegroup),
        mixed_instances_policy=None,
        capacity_rebalance=nodegroup["capacityType"] == "SPOT",
    )
    backend.autoscaling_groups[name] = group
    resize_group(account, nodegroup)


def resize_group(account: Account, nodegroup: "dict[str, Any]") -> None:
    sizes = nodegroup["scalingConfig"]
    for group in _groups(account, nodegroup):
        group.min_size, group.max_size, group.desired_capacity = sizes["minSize"], sizes["maxSize"], sizes["desiredSize"]


def delete_group(account: Account, nodegroup: "dict[str, Any]") -> None:
    for group in _groups(account, nodegroup):
        del _backend(account).autoscaling_groups[group.name]


def _groups(account: Account, nodegroup: "dict[str, Any]") -> "list[Any]":
    names = [group["name"] for group in nodegroup["resources"]["autoScalingGroups"]]
    known = _backend(account).autoscaling_groups
    return [known[name] for name in names if name in known]


def _tags(cluster_name: str, name: str, nodegroup: "dict[str, Any]") -> "list[dict[str, Any]]":
    """What EKS itself tags: by these the Cluster Autoscaler finds the group."""
    tags = {
        "eks:cluster-name": cluster_name,
        "eks:nodegroup-name": nodegroup["nodegroupName"],
        "k8s.io/cluster-autoscaler/enabled": "true",
        f"k8s.io/cluster-autoscaler/{cluster_name}": "owned",
        f"kubernetes.io/cluster/{cluster_name}": "owned",
    }
    return [
        {"ResourceId": name, "ResourceType": "auto-scaling-group", "Key": key, "Value": value, "PropagateAtLaunch": "true"}
        for key, value in tags.items()
    ]


def _backend(account: Account) -> Any:
    return autoscaling_backends[account.id][account.region]
