"""A DB instance of SQL Server or Db2 knows its time zone.

CreateDBInstance takes Timezone, DescribeDBInstances returns it.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html

moto forgets it.
"""

from moto.core.responses import ActionResult
from moto.rds.responses import RDSResponse


def apply() -> None:
    create = RDSResponse.create_db_instance

    def create_db_instance(self: RDSResponse) -> ActionResult:
        answer = create(self)
        (instance,) = self.backend.describe_db_instances(self.params["DBInstanceIdentifier"])
        instance.timezone = self.params.get("Timezone")
        return answer

    RDSResponse.create_db_instance = create_db_instance
