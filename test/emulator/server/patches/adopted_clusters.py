"""A global cluster can be made around a cluster of any Region, and is then encrypted as that cluster is.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateGlobalCluster.html (SourceDBClusterIdentifier)

moto looks for the cluster in the Region that keeps the global clusters.
"""

from typing import Any

from moto.rds.models import GlobalCluster, RDSBackend, rds_backends


def apply() -> None:
    create = RDSBackend.create_global_cluster

    def create_global_cluster(self: RDSBackend, **kwargs: Any) -> GlobalCluster:
        source_arn = kwargs["source_db_cluster_identifier"]
        if source_arn is None:
            return create(self, **kwargs)
        (source,) = rds_backends[self.account_id][source_arn.split(":")[3]].describe_db_clusters(
            db_cluster_identifier=source_arn
        )
        inherited = {
            "engine": source.engine,
            "engine_version": source.engine_version,
            "storage_encrypted": source.storage_encrypted,
        }
        created = create(self, **{**kwargs, **inherited, "source_db_cluster_identifier": None})
        source.global_cluster_identifier = created.global_cluster_identifier
        source.is_writer = True
        created.members.append(source)
        return created

    RDSBackend.create_global_cluster = create_global_cluster
