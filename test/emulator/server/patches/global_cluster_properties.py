"""A global cluster knows the name of its database and its tags, which can be changed from every Region.

CreateGlobalCluster takes DatabaseName and Tags, DescribeGlobalClusters returns them.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_GlobalCluster.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AddTagsToResource.html

moto forgets them, and takes no ARN without a Region for a resource with tags.
"""

from typing import Any

from moto.core.responses import ActionResult
from moto.rds.models import RDSBackend, rds_backends
from moto.rds.responses import RDSResponse

# moto keeps every global cluster of an account here.
HOME = "us-east-1"


def apply() -> None:
    create = RDSResponse.create_global_cluster
    find_tagged = RDSBackend._get_resource_for_tagging

    def create_global_cluster(self: RDSResponse) -> ActionResult:
        answer = create(self)
        cluster = self.global_backend.global_clusters[self.params["GlobalClusterIdentifier"]]
        cluster.database_name = self.params.get("DatabaseName")
        cluster.tags = self.params.get("Tags") or []
        return answer

    def _get_resource_for_tagging(self: RDSBackend, arn: str) -> Any:
        kind, name = arn.split(":")[5:7]
        if kind != "global-cluster":
            return find_tagged(self, arn)
        return rds_backends[self.account_id][HOME].global_clusters.get(name)

    RDSResponse.create_global_cluster = create_global_cluster
    RDSBackend._get_resource_for_tagging = _get_resource_for_tagging
