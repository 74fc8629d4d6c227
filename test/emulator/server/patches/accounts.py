"""An access key belongs to one account, and what is done with it is done there.

https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html

moto knows this of the keys that were made with it, and has one account for all others. Here the account stands in
the key itself, `AKIA<account>TEST`: scenarios run side by side, each in an account of its own.
"""

import re

from moto.iam import models


def apply() -> None:
    known = models.get_account_id_from

    def get_account_id_from(access_key: str) -> str:
        named = re.fullmatch(r"AKIA(\d{12})TEST", access_key)
        return named.group(1) if named else known(access_key)

    models.get_account_id_from = get_account_id_from
