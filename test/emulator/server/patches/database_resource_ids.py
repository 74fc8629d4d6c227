"""The resource ID of a DB instance is unique in its Region, and finds the instance.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html (DbiResourceId)

moto gives every instance the same one.
"""

from moto.moto_api._internal import mock_random
from moto.rds.models import DBInstance


def apply() -> None:
    initialize = DBInstance.__init__

    def __init__(self: DBInstance, *args: object, **kwargs: object) -> None:
        initialize(self, *args, **kwargs)
        self.dbi_resource_id = f"db-{mock_random.get_random_hex(26).upper()}"

    DBInstance.__init__ = __init__
