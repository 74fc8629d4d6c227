"""Parameters of a group can be given back their default values.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ResetDBParameterGroup.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ResetDBClusterParameterGroup.html

moto has neither call.
"""

from typing import Callable

from moto.core.responses import ActionResult
from moto.rds.responses import RDSResponse


def apply() -> None:
    RDSResponse.reset_db_parameter_group = _resetting("DBParameterGroupName", "db_parameter_groups")
    RDSResponse.reset_db_cluster_parameter_group = _resetting(
        "DBClusterParameterGroupName", "db_cluster_parameter_groups"
    )


def _resetting(parameter: str, groups: str) -> Callable[[RDSResponse], ActionResult]:
    def reset(self: RDSResponse) -> ActionResult:
        name = self.params[parameter]
        group = getattr(self.backend, groups)[name]
        for changed in self.params.get("Parameters", []):
            group.parameters.pop(changed["ParameterName"], None)
        return ActionResult({parameter: name})

    return reset
