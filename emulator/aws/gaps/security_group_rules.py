"""moto forgets the description of a rule whose other side is a security group."""

from typing import Optional

from moto.ec2.models.security_groups import SecurityGroupRule


def close() -> None:
    SecurityGroupRule.description = property(_description)


def _description(self: SecurityGroupRule) -> Optional[str]:
    return self.ip_range.get("Description") or self.source_group.get("Description")
