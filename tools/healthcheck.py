"""Exit code 0 where the site on this machine answers /gesund/ with 200; the container's HEALTHCHECK."""

import os
import sys
from urllib.error import URLError
from urllib.request import Request, urlopen

TIMEOUT = 3  # seconds


def main() -> int:
    host = os.environ.get("ALLOWED_HOSTS", "127.0.0.1").split(",")[0]
    address = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}/gesund/"
    try:
        # urlopen raises for every status that is not a success; the address is our own.
        urlopen(Request(address, headers={"Host": host}), timeout=TIMEOUT)
    except (URLError, TimeoutError) as error:
        sys.stderr.write(f"{address}: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
