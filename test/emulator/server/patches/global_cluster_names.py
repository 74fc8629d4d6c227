"""A global cluster knows the name of its database.

CreateGlobalCluster takes DatabaseName, DescribeGlobalClusters returns it.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_GlobalCluster.html

moto forgets it.
"""

from moto.core.responses import ActionResult
from moto.rds.responses import RDSResponse


def apply() -> None:
    create = RDSResponse.create_global_cluster

    def create_global_cluster(self: RDSResponse) -> ActionResult:
        answer = create(self)
        identifier = self.params["GlobalClusterIdentifier"]
        (cluster,) = (
            one
            for one in self.global_backend.describe_global_clusters()
            if one.global_cluster_identifier == identifier.lower()
        )
        cluster.database_name = self.params.get("DatabaseName")
        return answer

    RDSResponse.create_global_cluster = create_global_cluster
