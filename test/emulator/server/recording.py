"""Writes down every call whose caller says who it is, as it came over the wire: a line of JSON each.

Whoever deploys says so in the user agent, where Terraform's provider and backends put TF_APPEND_USER_AGENT, also
once they have assumed a role.
"""

import io
import json
import re
from threading import Lock
from typing import Any, Callable, Iterable

from moto.moto_server.werkzeug_app import DomainDispatcherApplication

CALLER = re.compile(r"deployer/(\S+)")
CREDENTIAL = re.compile(r"Credential=[^/]+/\d+/(?P<region>[^/]+)/(?P<service>[^/]+)/")


def record_calls(file: str) -> None:
    answer = DomainDispatcherApplication.__call__
    lock = Lock()

    def __call__(self: Any, environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        caller = CALLER.search(environ.get("HTTP_USER_AGENT", ""))
        signed = CREDENTIAL.search(environ.get("HTTP_AUTHORIZATION", ""))
        if caller is None or signed is None:
            return answer(self, environ, start_response)
        call = {
            "caller": caller.group(1),
            **signed.groupdict(),
            "method": environ["REQUEST_METHOD"],
            "path": environ["PATH_INFO"],
            "target": environ.get("HTTP_X_AMZ_TARGET", ""),
            "body": "" if signed["service"] == "s3" else _read_body(environ),
        }

        def start(status: str, headers: list, *rest: Any) -> Callable:
            with lock, open(file, "a", encoding="utf-8") as calls:
                calls.write(json.dumps({**call, "status": int(status.split()[0])}) + "\n")
            return start_response(status, headers, *rest)

        return answer(self, environ, start)

    DomainDispatcherApplication.__call__ = __call__


def _read_body(environ: dict[str, Any]) -> str:
    """Reads a body, and puts it back for whoever answers."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = io.BytesIO(body)
    return body.decode("utf-8")
