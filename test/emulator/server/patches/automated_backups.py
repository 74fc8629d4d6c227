"""The automated backups of an instance are replicated to another Region, encrypted with a key of that Region.

StartDBInstanceAutomatedBackupsReplication and its stop are sent to the Region that receives the backups;
DescribeDBInstanceAutomatedBackups lists them there, the source instance knows their ARNs.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartDBInstanceAutomatedBackupsReplication.html

moto has none of this.
"""

from moto.core.responses import ActionResult
from moto.moto_api._internal import mock_random
from moto.rds.exceptions import RDSClientError
from moto.rds.models import DBInstance, RDSBackend, rds_backends
from moto.rds.responses import RDSResponse

from .database_keys import require_accessible

DEFAULT_RETENTION = 7


def apply() -> None:
    RDSBackend.replicated_backups = property(_replicated_backups)
    RDSResponse.start_db_instance_automated_backups_replication = _start
    RDSResponse.stop_db_instance_automated_backups_replication = _stop
    RDSResponse.describe_db_instance_automated_backups = _describe


def _replicated_backups(backend: RDSBackend) -> dict[str, dict]:
    """Replicated backups of a Region, by the ARN of their source."""
    return backend.__dict__.setdefault("_replicated_backups", {})


def _start(self: RDSResponse) -> ActionResult:
    source_arn = self.params["SourceDBInstanceArn"]
    source = self.backend.find_db_from_id(source_arn)
    key = self.params.get("KmsKeyId")
    if key is not None:
        require_accessible(key, self.region)
    name = f"ab-{mock_random.get_random_hex(26)}"
    backup = {
        "DBInstanceAutomatedBackupsArn": f"arn:aws:rds:{self.region}:{self.current_account}:auto-backup:{name}",
        "DBInstanceArn": source_arn,
        "DBInstanceIdentifier": source.db_instance_identifier,
        "DbiResourceId": source.dbi_resource_id,
        "Region": source.region,
        "Engine": source.engine,
        "Encrypted": source.storage_encrypted,
        "KmsKeyId": key,
        "BackupRetentionPeriod": self.params.get("BackupRetentionPeriod") or DEFAULT_RETENTION,
        "Status": "replicating",
    }
    self.backend.replicated_backups[source_arn] = backup
    _tell(source, source_arn, self.current_account)
    return ActionResult({"DBInstanceAutomatedBackup": backup})


def _stop(self: RDSResponse) -> ActionResult:
    source_arn = self.params["SourceDBInstanceArn"]
    backup = self.backend.replicated_backups.pop(source_arn, None)
    if backup is None:
        raise _not_found(source_arn)
    _tell(self.backend.find_db_from_id(source_arn), source_arn, self.current_account)
    return ActionResult({"DBInstanceAutomatedBackup": backup})


def _describe(self: RDSResponse) -> ActionResult:
    wanted = self.params.get("DBInstanceAutomatedBackupsArn")
    found = [
        backup
        for backup in self.backend.replicated_backups.values()
        if wanted in (None, backup["DBInstanceAutomatedBackupsArn"])
    ]
    if wanted is not None and not found:
        raise _not_found(wanted)
    return ActionResult({"DBInstanceAutomatedBackups": found})


def _tell(source: DBInstance, source_arn: str, account: str) -> None:
    backups = [backend.replicated_backups.get(source_arn) for backend in rds_backends[account].values()]
    source.db_instance_automated_backups_replications = [
        {"DBInstanceAutomatedBackupsArn": backup["DBInstanceAutomatedBackupsArn"]} for backup in backups if backup
    ]


def _not_found(name: str) -> RDSClientError:
    return RDSClientError("DBInstanceAutomatedBackupNotFoundFault", f"There is no automated backup of {name}.")
