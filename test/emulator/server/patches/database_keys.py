"""A database is encrypted with an enabled key of its own Region, of whatever account.

Anything else is a KMSKeyNotAccessibleFault:
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html (Errors)
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html (KmsKeyId)

moto asks this of copies of snapshots only.
"""

from typing import Any, Callable

from moto.core.responses import ActionResult
from moto.kms.models import kms_backends
from moto.rds.exceptions import KMSKeyNotAccessibleFault
from moto.rds.responses import RDSResponse

PARAMETERS = ("KmsKeyId", "PerformanceInsightsKMSKeyId", "MasterUserSecretKmsKeyId")

ACTIONS = ("create_db_cluster", "create_db_instance", "create_db_instance_read_replica")


def apply() -> None:
    for action in ACTIONS:
        setattr(RDSResponse, action, _with_accessible_keys(getattr(RDSResponse, action)))


def require_accessible(key_arn: str, region: str) -> None:
    _, _, _, region_of_key, account, name = key_arn.split(":", 5)
    keys = kms_backends[account][region].keys
    key = keys.get(name.removeprefix("key/"))
    if region_of_key != region or key is None or not key.enabled:
        raise KMSKeyNotAccessibleFault(key_arn)


def _with_accessible_keys(action: Callable[[RDSResponse], Any]) -> Callable[[RDSResponse], ActionResult]:
    def check_first(self: RDSResponse) -> ActionResult:
        for parameter in PARAMETERS:
            key = self.params.get(parameter)
            if key is not None and key.startswith("arn:"):
                require_accessible(key, self.region)
        return action(self)

    return check_first
