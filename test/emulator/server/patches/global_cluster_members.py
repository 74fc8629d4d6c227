"""A cluster of any Region can be removed from its global cluster.

RemoveFromGlobalCluster takes the ARN of a primary or secondary cluster; a global cluster can be deleted when no
member is left.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RemoveFromGlobalCluster.html

moto looks for both among the clusters of the Region that is asked, and says nothing when it does not find them:
a secondary cluster stays a member for ever.
"""

from moto.core.responses import ActionResult
from moto.rds.exceptions import DBClusterNotFoundError
from moto.rds.responses import RDSResponse


def apply() -> None:
    def remove_from_global_cluster(self: RDSResponse) -> ActionResult:
        removed = self.params["DbClusterIdentifier"]
        global_cluster = self.global_backend.global_clusters[self.params["GlobalClusterIdentifier"]]
        leaving = [member for member in global_cluster.members if member.db_cluster_arn == removed]
        if not leaving:
            raise DBClusterNotFoundError(removed)
        for member in leaving:
            global_cluster.members.remove(member)
            member.replication_source_identifier = None
        return ActionResult({"GlobalCluster": global_cluster})

    RDSResponse.remove_from_global_cluster = remove_from_global_cluster
