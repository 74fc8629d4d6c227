"""A parameter that was changed says that a user did.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Parameter.html (Source)

moto does not say where the value of a parameter comes from, and the provider takes none for the group's own.
"""

from typing import Any, Iterable

from moto.rds.models import DBClusterParameterGroup, DBParameterGroup


def apply() -> None:
    for group in (DBClusterParameterGroup, DBParameterGroup):
        group.update_parameters = _naming_the_user(group.update_parameters)


def _naming_the_user(update: Any) -> Any:
    def update_parameters(self: Any, new_parameters: Iterable[dict[str, Any]]) -> None:
        update(self, [{**parameter, "Source": "user"} for parameter in new_parameters])

    return update_parameters
