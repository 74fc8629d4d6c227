"""GetKeyRotationStatus says how long the rotation period is, and answers for a replica key as for its primary.

EnableKeyRotation takes RotationPeriodInDays, 365 by default; rotation is a shared property of multi-Region keys.
https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html

moto knows whether a key is rotated, not how often.
"""

import json

from moto.kms.models import Key, kms_backends
from moto.kms.responses import KmsResponse

DEFAULT_PERIOD = 365


def apply() -> None:
    enable = KmsResponse.enable_key_rotation

    def enable_key_rotation(self: KmsResponse) -> str:
        answer = enable(self)
        key = self.kms_backend.describe_key(self._get_param("KeyId"))
        key.rotation_period = self._get_param("RotationPeriodInDays") or DEFAULT_PERIOD
        return answer

    def get_key_rotation_status(self: KmsResponse) -> str:
        key_id = self._get_param("KeyId")
        self._validate_cmk_id(key_id)
        key = _owner_of_rotation(self.kms_backend.describe_key(key_id))
        status = {"KeyId": key.arn, "KeyRotationEnabled": key.key_rotation_status}
        if key.key_rotation_status:
            status["RotationPeriodInDays"] = getattr(key, "rotation_period", DEFAULT_PERIOD)
        return json.dumps(status)

    KmsResponse.enable_key_rotation = enable_key_rotation
    KmsResponse.get_key_rotation_status = get_key_rotation_status


def _owner_of_rotation(key: Key) -> Key:
    if not key.multi_region:
        return key
    region = key.multi_region_configuration["PrimaryKey"]["Region"]
    return kms_backends[key.account_id][region].keys.get(key.id, key)
