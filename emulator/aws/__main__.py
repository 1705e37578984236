"""`python -m aws`: serves until the parent is gone, and says in one line of JSON where."""

import argparse
import json
import logging
import os
import signal
import sys
import threading
import time

# Before the first import of moto: it reads its environment when it is loaded.
os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"
os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")

from werkzeug.serving import make_server  # noqa: E402
from moto.moto_server.werkzeug_app import MotoRequestHandler  # noqa: E402

from .application import Application  # noqa: E402
from .control import set_delays  # noqa: E402
from .gaps import close_gaps  # noqa: E402


def main() -> None:
    options = _options()
    if options.stop_with_parent:
        # A terminal sends Ctrl-C to every process of the group; the parent may still need answers while it ends.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        _stop_with_parent()
    logging.getLogger("werkzeug").setLevel(logging.INFO if options.verbose else logging.ERROR)
    close_gaps()
    application = Application()
    try:
        for text in options.fault:
            application.faults.add(json.loads(text))
        set_delays(application.eks.world.delays, json.loads(options.delays))
    except ValueError as problem:
        sys.exit(str(problem))
    server = make_server("127.0.0.1", options.port, application, threaded=True, request_handler=MotoRequestHandler)
    print(json.dumps({"port": server.server_port, "pid": os.getpid()}), flush=True)
    # Nobody reads standard output any more, and a full pipe would stop the server.
    os.dup2(2, 1)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="aws", description="A local AWS with an EKS of its own.")
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1; 0 takes a free one")
    parser.add_argument("--fault", action="append", default=[], metavar="JSON", help="a fault that is there from the start; may be repeated")
    parser.add_argument("--delays", default="{}", metavar="JSON", help='seconds, as in {"create": 0.5, "delete": 2}')
    parser.add_argument("--stop-with-parent", action="store_true", help="end when standard input closes or the parent dies")
    parser.add_argument("--verbose", action="store_true", help="log every request on standard error")
    return parser.parse_args()


def _stop_with_parent() -> None:
    parent = os.getppid()

    def on_closed_input() -> None:
        while os.read(0, 4096):
            pass
        os._exit(0)

    def on_lost_parent() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(0)

    for watch in (on_closed_input, on_lost_parent):
        threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    main()
