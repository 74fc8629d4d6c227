"""Where moto differs from AWS and a deployment notices: one file for each rule of the AWS API.

The product is never changed to please the emulator.
"""

from . import (
    database_resource_ids,
    global_cluster_members,
    global_cluster_properties,
    instance_monitoring,
    key_rotation,
    replica_keys,
    scaling_configuration,
)

PATCHES = (
    database_resource_ids,
    global_cluster_members,
    global_cluster_properties,
    instance_monitoring,
    key_rotation,
    replica_keys,
    scaling_configuration,
)


def apply_all() -> None:
    for patch in PATCHES:
        patch.apply()
