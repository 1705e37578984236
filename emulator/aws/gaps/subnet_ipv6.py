"""moto returns the state of a subnet's IPv6 range one level too deep, as text."""

from typing import Any

from moto.ec2.models.subnets import Subnet


def close() -> None:
    Subnet.ipv6_cidr_block_association_set = property(_associations)


def _associations(self: Any) -> "list[dict[str, Any]]":
    return [
        {
            "ipv6CidrBlock": association["ipv6CidrBlock"],
            "associationId": association["associationId"],
            "ipv6CidrBlockState": {"state": association["ipv6CidrBlockState"]["State"]},
        }
        for association in self.ipv6_cidr_block_associations.values()
        if association["ipv6CidrBlockState"]["State"] == "associated"
    ]
