"""The subnet group of a read replica is one of its own Region.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html (DBSubnetGroupName)

moto looks for it in the source's Region.
"""

from typing import Any

from moto.rds.models import DBInstance, RDSBackend


def apply() -> None:
    replicate = RDSBackend.create_db_instance_read_replica

    def create_db_instance_read_replica(self: RDSBackend, db_kwargs: dict[str, Any]) -> DBInstance:
        name = db_kwargs.pop("db_subnet_group_name", None)
        replica = replicate(self, db_kwargs)
        if name is not None:
            replica.db_subnet_group_name = name
        return replica

    RDSBackend.create_db_instance_read_replica = create_db_instance_read_replica
