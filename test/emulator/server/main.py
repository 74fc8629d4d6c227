"""Serves the AWS emulator on a free port of this machine.

The first line of standard output is the port; the argument is the file of recorded calls. The server ends when standard input does: whatever becomes of the
process that started it, no server is left behind.
"""

import os
import sys

# AWS's own policies exist in every account: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"

from moto.server import ThreadedMotoServer  # noqa: E402

from patches import apply_all  # noqa: E402
from recording import record_calls  # noqa: E402


def main() -> None:
    apply_all()
    record_calls(sys.argv[1])
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    print(port, flush=True)
    sys.stdin.read()
    server.stop()


if __name__ == "__main__":
    main()
