"""A parameter that was changed says that a user did.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Parameter.html (Source)

moto does not say where the value of a parameter comes from, and the provider takes none of them for the group's own.
"""

from typing import Any, Iterable

from moto.rds.models import DBClusterParameterGroup, DBParameterGroup

METHODS = ((DBParameterGroup, "update_parameters"), (DBClusterParameterGroup, "update_cluster_parameters"))


def apply() -> None:
    for group, method in METHODS:
        setattr(group, method, _naming_the_user(getattr(group, method)))


def _naming_the_user(update: Any) -> Any:
    def update_parameters(self: Any, new_parameters: Iterable[dict[str, Any]]) -> None:
        update(self, [{**parameter, "Source": "user"} for parameter in new_parameters])

    return update_parameters
