"""A cross-Region read replica that names no parameter group has the default one of its own Region.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html (DBParameterGroupName)

moto makes a read replica as a copy of its source, with the name of a group that is in the source's Region alone, and
then cannot describe it.
"""

from typing import Any

from moto.rds.models import DBInstance, RDSBackend


def apply() -> None:
    replicate = RDSBackend.create_db_instance_read_replica

    def create_db_instance_read_replica(self: RDSBackend, db_kwargs: dict[str, Any]) -> DBInstance:
        source = self.find_db_from_id(db_kwargs["source_db_instance_identifier"])
        is_named = db_kwargs.get("db_parameter_group_name") is not None
        replica = replicate(self, db_kwargs)
        if source.region != self.region_name and not is_named:
            replica.db_parameter_group_name = None
        return replica

    RDSBackend.create_db_instance_read_replica = create_db_instance_read_replica
