"""The rest of the account as EKS sees it: subnets, roles, keys and templates that moto holds."""

import ipaddress
import json
from typing import Any, Iterable, Optional

from moto.core.exceptions import ServiceException
from moto.ec2.models import ec2_backends
from moto.iam.models import iam_backends
from moto.kms.models import kms_backends
from moto.logs.models import logs_backends
from moto.utilities.utils import get_partition
from werkzeug.exceptions import HTTPException

_ABSENT = (ServiceException, HTTPException, KeyError)


class Account:
    def __init__(self, account_id: str, region: str) -> None:
        self.id = account_id
        self.region = region
        self.partition = get_partition(region)

    @property
    def ec2(self) -> Any:
        return ec2_backends[self.id][self.region]

    @property
    def dns_suffix(self) -> str:
        return {"aws-cn": "amazonaws.com.cn"}.get(self.partition, "amazonaws.com")

    def role(self, arn: str) -> Any:
        try:
            return iam_backends[self.id][self.partition].get_role_by_arn(arn)
        except _ABSENT:
            return None

    def principal_exists(self, arn: str) -> bool:
        """Whether an IAM role or user of this account exists; other accounts are beyond sight."""
        if f"::{self.id}:" not in arn:
            return True
        users = iam_backends[self.id][self.partition].users.values()
        return self.role(arn) is not None or any(user.arn == arn for user in users)

    def subnet(self, subnet_id: str) -> Any:
        try:
            return self.ec2.get_subnet(subnet_id)
        except _ABSENT:
            return None

    def security_group(self, group_id: str) -> Any:
        return self.ec2.get_security_group_from_id(group_id)

    def vpc_networks(self, vpc_id: str) -> "list[ipaddress.IPv4Network]":
        vpc = self.ec2.get_vpc(vpc_id)
        return [ipaddress.IPv4Network(block["cidr_block"]) for block in vpc.get_cidr_block_association_set()]

    def is_public(self, subnet: Any) -> bool:
        """Whether the subnet's route table, its own or the VPC's main one, has a way through an internet gateway."""
        tables = [table for table in self.ec2.route_tables.values() if table.vpc_id == subnet.vpc_id]
        own = [table for table in tables if any(a.get("SubnetId") == subnet.id for a in table.associations)]
        main = [table for table in tables if any(a["Main"] for a in table.associations)]
        routes = [route for table in (own or main) for route in table.routes]
        return any(str(getattr(route.gateway, "id", "")).startswith("igw-") for route in routes)

    def key_problem(self, arn: str) -> Optional[str]:
        """Why EKS cannot encrypt with a key; None when it can."""
        try:
            key = kms_backends[self.id][self.region].describe_key(arn)
        except _ABSENT:
            return f"Key '{arn}' does not exist"
        if key.key_state != "Enabled":
            return f"Key '{arn}' is not enabled"
        return None if key.key_spec == "SYMMETRIC_DEFAULT" else f"Key '{arn}' is not symmetric"

    def launch_template(self, specification: "dict[str, Any]") -> Any:
        """The template version that a specification names; None when it does not exist."""
        try:
            if "id" in specification:
                template = self.ec2.get_launch_template(specification["id"])
            else:
                template = self.ec2.get_launch_template_by_name(specification["name"])
            return template.get_version(specification.get("version", "$Default"))
        except (*_ABSENT, ValueError):
            return None

    def create_cluster_security_group(self, cluster_name: str, suffix: str, vpc_id: str) -> str:
        name = f"eks-cluster-sg-{cluster_name}-{suffix}"
        group = self.ec2.create_security_group(
            name,
            "EKS created security group applied to ENI that is attached to EKS Control Plane master nodes, "
            "as well as any managed workloads.",
            vpc_id=vpc_id,
            tags={"Name": name, "aws:eks:cluster-name": cluster_name, f"kubernetes.io/cluster/{cluster_name}": "owned"},
        )
        self.ec2.authorize_security_group_ingress(
            group.id, "-1", None, None, [], source_groups=[{"GroupId": group.id, "OwnerId": self.id}]
        )
        return group.id

    def delete_security_group(self, group_id: str) -> None:
        if self.security_group(group_id):
            self.ec2.delete_security_group(group_id=group_id)

    def ensure_log_group(self, name: str) -> None:
        # EKS makes the group when it is missing, without retention: who declares it later finds it taken.
        backend = logs_backends[self.id][self.region]
        if name not in backend.groups:
            backend.create_log_group(name, {})


def trusts(role: Any, service: str, actions: "Iterable[str]" = ("sts:AssumeRole",)) -> bool:
    """Whether a role's trust policy lets a service carry out every one of the actions."""
    document = role.assume_role_policy_document
    statements = (json.loads(document) if isinstance(document, str) else document)["Statement"]
    allowed = set()
    for statement in _list(statements):
        principal = statement.get("Principal", {})
        services = _list(principal.get("Service", [])) if isinstance(principal, dict) else []
        # Both the global and the China form of a service name are accepted.
        if statement.get("Effect") == "Allow" and any(named.removesuffix(".cn") == service for named in services):
            allowed.update(action.lower() for action in _list(statement.get("Action", [])))
    return bool(allowed & {"sts:*", "*"}) or all(action.lower() in allowed for action in actions)


def has_policies(role: Any) -> bool:
    return bool(role.managed_policies or role.policies)


def _list(value: Any) -> "list[Any]":
    return value if isinstance(value, list) else [value]
