"""A DB instance knows how it is monitored.

CreateDBInstance, CreateDBInstanceReadReplica and ModifyDBInstance take enhanced monitoring and Performance
Insights, DescribeDBInstances returns them.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html

moto forgets them.
"""

from typing import Callable

from moto.core.responses import ActionResult
from moto.rds.responses import RDSResponse

ATTRIBUTES = {
    "MonitoringInterval": "monitoring_interval",
    "MonitoringRoleArn": "monitoring_role_arn",
    "EnablePerformanceInsights": "performance_insights_enabled",
    "PerformanceInsightsKMSKeyId": "performance_insights_kms_key_id",
    "PerformanceInsightsRetentionPeriod": "performance_insights_retention_period",
}

ACTIONS = ("create_db_instance", "create_db_instance_read_replica", "modify_db_instance")


def apply() -> None:
    for action in ACTIONS:
        setattr(RDSResponse, action, _remembering(getattr(RDSResponse, action)))


def _remembering(action: Callable[[RDSResponse], ActionResult]) -> Callable[[RDSResponse], ActionResult]:
    def remember(self: RDSResponse) -> ActionResult:
        answer = action(self)
        (instance,) = self.backend.describe_db_instances(self.params["DBInstanceIdentifier"])
        for parameter, attribute in ATTRIBUTES.items():
            if parameter in self.params:
                setattr(instance, attribute, self.params[parameter])
        return answer

    return remember
