"""The resource ID of a DB instance is unique in its Region, and finds the instance.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html (DbiResourceId)

moto gives every instance the same one, and makes a read replica as a copy of its source.
"""

from typing import Any

from moto.moto_api._internal import mock_random
from moto.rds.models import DBInstance, RDSBackend


def apply() -> None:
    initialize = DBInstance.__init__
    replicate = RDSBackend.create_db_instance_read_replica

    def __init__(self: DBInstance, *args: Any, **kwargs: Any) -> None:
        initialize(self, *args, **kwargs)
        self.dbi_resource_id = _new_resource_id()

    def create_db_instance_read_replica(self: RDSBackend, db_kwargs: dict[str, Any]) -> DBInstance:
        replica = replicate(self, db_kwargs)
        replica.dbi_resource_id = _new_resource_id()
        return replica

    DBInstance.__init__ = __init__
    RDSBackend.create_db_instance_read_replica = create_db_instance_read_replica


def _new_resource_id() -> str:
    return f"db-{mock_random.get_random_hex(26).upper()}"
