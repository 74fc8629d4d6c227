"""RDS has the engines `db2-ae` and `db2-se`, on port 50000.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html (Engine)
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/db2-create-instance.html

moto does not know them.
"""

from moto.rds.models import DBInstance
from moto.rds.utils import DbInstanceEngine

ENGINES = ["db2-ae", "db2-se"]
PORT = 50000


def apply() -> None:
    known = DbInstanceEngine.valid_db_instance_engine()
    port_of = DBInstance.default_port

    def default_port(engine: str) -> int:
        return PORT if engine in ENGINES else port_of(engine)

    DbInstanceEngine.valid_db_instance_engine = lambda: [*known, *ENGINES]
    DBInstance.default_port = staticmethod(default_port)
