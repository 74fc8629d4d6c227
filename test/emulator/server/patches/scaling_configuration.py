"""Only a cluster of engine mode `serverless` has a scaling configuration.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html (ScalingConfigurationInfo)

moto returns an empty one for every cluster, and the provider takes it for one that must be removed.
"""

from typing import Any

from moto.rds.models import DBCluster


def apply() -> None:
    describe = DBCluster.scaling_configuration_info.fget

    def scaling_configuration_info(self: DBCluster) -> dict[str, Any] | None:
        return describe(self) if self.scaling_configuration else None

    DBCluster.scaling_configuration_info = property(scaling_configuration_info)
