"""Where moto differs from AWS and a deployment notices: one file for each rule of the AWS API.

The product is never changed to please the emulator.
"""

from . import (
    accounts,
    automated_backups,
    database_keys,
    database_resource_ids,
    global_cluster_members,
    global_cluster_properties,
    instance_monitoring,
    key_rotation,
    parameter_sources,
    replica_keys,
    replica_parameter_groups,
    scaling_configuration,
    secondary_cluster_sources,
)

PATCHES = (
    accounts,
    automated_backups,
    database_keys,
    database_resource_ids,
    global_cluster_members,
    global_cluster_properties,
    instance_monitoring,
    key_rotation,
    parameter_sources,
    replica_keys,
    replica_parameter_groups,
    scaling_configuration,
    secondary_cluster_sources,
)


def apply_all() -> None:
    for patch in PATCHES:
        patch.apply()
