"""How gunicorn serves the site; gunicorn reads this file by itself. docs/betrieb.md explains the variables."""

import os
from pathlib import Path
from typing import Any

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True  # loads once and shares the memory; a failing deploy check ends the server instead of each worker
timeout = 30  # seconds
graceful_timeout = 20
max_requests = 5000
max_requests_jitter = 500
# The heartbeat file of a worker: on a slow disk it would stall requests.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
control_socket_disable = True
# Who asks for what is nobody's business (P2): no log by default; if wanted, without address, search words and codes.
accesslog = "-" if os.environ.get("ACCESS_LOG") == "1" else None
access_log_format = "%(t)s %(m)s %(s)s %(B)s %(M)sms %(U)s"  # the path last: its secrets are cut off at the end

# Very long searches get our own page with a polite note instead of a bare 414; Django cuts the text (forms.py).
limit_request_line = 0


def on_starting(server: Any) -> None:
    """gunicorn reports requests it cannot read by itself, with their address and the visitor's IP address."""
    from pankow_einsamkeit.logfilter import DropQueryString  # noqa: PLC0415  gunicorn reads this file before it can be found

    for log in (server.log.error_log, server.log.access_log):
        log.addFilter(DropQueryString())
