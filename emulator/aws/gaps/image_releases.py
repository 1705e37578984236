"""moto knows no parameter of Systems Manager that holds the newest image of EKS."""

import datetime
import json
import re
from typing import Any, Optional

from moto.ssm.models import Parameter, SimpleSystemManagerBackend

from ..eks.nodegroup_checks import newest_release

_FAMILIES = {
    "AL2023_x86_64_STANDARD": re.compile(r"/aws/service/eks/optimized-ami/([\d.]+)/amazon-linux-2023/\w+/\w+/recommended/release_version"),
    "BOTTLEROCKET_x86_64": re.compile(r"/aws/service/bottlerocket/aws-k8s-([\d.]+)[\w-]*/\w+/latest/image_version"),
    "WINDOWS_CORE_2022_x86_64": re.compile(r"/aws/service/ami-windows-latest/Windows_Server-\d+-English-\w+-EKS_Optimized-([\d.]+)"),
}


def close() -> None:
    get = SimpleSystemManagerBackend.get_parameter

    def get_parameter(self: Any, name: str) -> "Optional[Parameter]":
        value = _release(name)
        return get(self, name) if value is None else _parameter(self.account_id, name, value)

    SimpleSystemManagerBackend.get_parameter = get_parameter


def _release(name: str) -> Optional[str]:
    for ami_type, pattern in _FAMILIES.items():
        match = pattern.fullmatch(name)
        if match:
            release = newest_release(ami_type, match.group(1))
            return json.dumps({"release_version": release}) if ami_type.startswith("WINDOWS") else release
    return None


def _parameter(account_id: str, name: str, value: str) -> Parameter:
    return Parameter(
        account_id=account_id,
        name=name,
        value=value,
        parameter_type="String",
        description=None,
        allowed_pattern=None,
        keyid=None,
        last_modified_date=datetime.datetime(2026, 8, 18),
        version=1,
        data_type="text",
    )
