"""A replica key shares key material and key ID with its primary key, and nothing else.

ReplicateKey takes the replica's own policy, description and tags, none of which is copied from the primary key;
aliases and grants are the replica's own; only the primary key reports itself as PRIMARY. Imported material is not
replicated: the replica key waits for it.
https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html

moto copies the primary key as a whole, and both then share their aliases, grants and configuration.
"""

import json

from moto.kms.models import KmsBackend, kms_backends
from moto.kms.responses import KmsResponse


def apply() -> None:
    copy_primary = KmsBackend.replicate_key

    def replicate_key(self: KmsResponse) -> str:
        key_id = self._get_param("KeyId")
        self._validate_key_id(key_id)
        region = self._get_param("ReplicaRegion")
        replica = copy_primary(self.kms_backend, key_id, region)
        replica.aliases = {}
        replica.grants = {}
        if replica.origin == "EXTERNAL":
            replica.key_state = "PendingImport"
        replica.description = self._get_param("Description") or ""
        replica.policy = self._get_param("Policy") or replica.generate_default_policy()
        # The list of replicas stays shared: every related key reports all of them.
        replica.multi_region_configuration = {
            **self.kms_backend.keys[replica.id].multi_region_configuration,
            "MultiRegionKeyType": "REPLICA",
        }
        tags = self._get_param("Tags") or []
        kms_backends[self.current_account][region].tag_resource(replica.id, tags)
        return json.dumps(
            {
                "ReplicaKeyMetadata": replica.to_dict()["KeyMetadata"],
                "ReplicaPolicy": replica.policy,
                "ReplicaTags": tags,
            }
        )

    KmsResponse.replicate_key = replicate_key
