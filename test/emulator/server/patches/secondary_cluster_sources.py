"""A secondary cluster says which primary cluster it replicates, though nobody named it when it was created.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html (ReplicationSourceIdentifier)
https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster (replication_source_identifier)

moto knows a source only when it is named.
"""

from typing import Any

from moto.rds.models import DBCluster, RDSBackend, rds_backends

# moto keeps every global cluster of an account here.
HOME = "us-east-1"


def apply() -> None:
    create = RDSBackend.create_db_cluster

    def create_db_cluster(self: RDSBackend, kwargs: dict[str, Any]) -> DBCluster:
        cluster = create(self, kwargs)
        global_cluster = rds_backends[self.account_id][HOME].global_clusters.get(cluster.global_cluster_identifier or "")
        if global_cluster is not None and not cluster.is_writer:
            (primary,) = (member for member in global_cluster.members if member.is_writer)
            cluster.replication_source_identifier = primary.db_cluster_arn
        return cluster

    RDSBackend.create_db_cluster = create_db_cluster
