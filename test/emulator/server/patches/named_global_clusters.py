"""DescribeGlobalClusters answers with the global cluster that is named, or with that of a member.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeGlobalClusters.html

moto answers with every global cluster of the account.
"""

from moto.core.responses import ActionResult
from moto.rds.exceptions import RDSClientError
from moto.rds.models import GlobalCluster
from moto.rds.responses import RDSResponse


def apply() -> None:
    RDSResponse.describe_global_clusters = _describe


def _describe(self: RDSResponse) -> ActionResult:
    name = self.params.get("GlobalClusterIdentifier")
    filters = self.params.get("Filters") or []
    members = [value for one in filters if one["Name"] == "db-cluster-id" for value in one["Values"]]
    clusters = [
        cluster
        for cluster in self.global_backend.describe_global_clusters()
        if name in (None, cluster.global_cluster_identifier) and (not members or _has_member(cluster, members))
    ]
    if name is not None and not clusters:
        raise RDSClientError("GlobalClusterNotFoundFault", f"There is no global cluster {name}.")
    return ActionResult({"GlobalClusters": clusters})


def _has_member(cluster: GlobalCluster, names: list[str]) -> bool:
    return any(member.db_cluster_arn in names or member.db_cluster_identifier in names for member in cluster.members)
