"""moto forgets the rotation period of a KMS key."""

import json
from typing import Any

from moto.kms.responses import KmsResponse

_DEFAULT_DAYS = 365


def close() -> None:
    enable, status = KmsResponse.enable_key_rotation, KmsResponse.get_key_rotation_status

    def enable_key_rotation(self: Any) -> str:
        answer = enable(self)
        days = self._get_param("RotationPeriodInDays") or _DEFAULT_DAYS
        _key(self).rotation_period_days = days
        return answer

    def get_key_rotation_status(self: Any) -> str:
        answer = json.loads(status(self))
        if answer["KeyRotationEnabled"]:
            answer["RotationPeriodInDays"] = getattr(_key(self), "rotation_period_days", _DEFAULT_DAYS)
        return json.dumps(answer)

    KmsResponse.enable_key_rotation = enable_key_rotation
    KmsResponse.get_key_rotation_status = get_key_rotation_status


def _key(response: Any) -> Any:
    return response.kms_backend.describe_key(response._get_param("KeyId"))
