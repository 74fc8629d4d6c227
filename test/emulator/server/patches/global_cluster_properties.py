"""A global cluster knows the name of its database and its tags.

CreateGlobalCluster takes DatabaseName and Tags, DescribeGlobalClusters returns them.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_GlobalCluster.html

moto forgets them.
"""

from moto.core.responses import ActionResult
from moto.rds.responses import RDSResponse


def apply() -> None:
    create = RDSResponse.create_global_cluster

    def create_global_cluster(self: RDSResponse) -> ActionResult:
        answer = create(self)
        cluster = self.global_backend.global_clusters[self.params["GlobalClusterIdentifier"]]
        cluster.database_name = self.params.get("DatabaseName")
        cluster.tags = self.params.get("Tags")
        return answer

    RDSResponse.create_global_cluster = create_global_cluster
