"""Where moto differs from AWS and a deployment notices: one file for each rule of the AWS API.

The product is never changed to please the emulator.
"""

from . import (
    accounts,
    adopted_clusters,
    automated_backups,
    database_keys,
    database_resource_ids,
    db2_engines,
    global_cluster_members,
    global_cluster_properties,
    instance_monitoring,
    instance_time_zones,
    key_rotation,
    named_global_clusters,
    parameter_resets,
    parameter_sources,
    replica_keys,
    replica_parameter_groups,
    replica_subnet_groups,
    scaling_configuration,
    secondary_cluster_sources,
)

PATCHES = (
    accounts,
    adopted_clusters,
    automated_backups,
    database_keys,
    database_resource_ids,
    db2_engines,
    global_cluster_members,
    global_cluster_properties,
    instance_monitoring,
    instance_time_zones,
    key_rotation,
    named_global_clusters,
    parameter_resets,
    parameter_sources,
    replica_keys,
    replica_parameter_groups,
    replica_subnet_groups,
    scaling_configuration,
    secondary_cluster_sources,
)


def apply_all() -> None:
    for patch in PATCHES:
        patch.apply()
