"""Adds up what a phone loads for the first view of a page of a running site: `python tools/measure_first_view.py URL`.

Budget: 80 KB over the wire (design 9). Counts the page, its style sheets, preloaded fonts, scripts and icon, as the
server sends them to a browser that accepts brotli. Exit code 1 above the budget.
"""

import re
import sys
from urllib.parse import urljoin
from urllib.request import Request, urlopen

BUDGET = 80 * 1024  # bytes
ASSETS = re.compile(r'<(?:link|script)\b[^>]*\b(?:href|src)="([^"]+\.(?:css|woff2|js|svg))"')


def fetch(url: str, encodings: str) -> bytes:
    if not url.startswith(("http://", "https://")):
        raise SystemExit(f"Not an address of a web page: {url}")
    with urlopen(Request(url, headers={"Accept-Encoding": encodings}), timeout=20) as answer:  # noqa: S310
        return bytes(answer.read())


def main(url: str) -> int:
    html = fetch(url, "identity").decode()
    total = 0
    for address in [url, *dict.fromkeys(urljoin(url, asset) for asset in ASSETS.findall(html))]:
        size = len(fetch(address, "br, gzip"))
        total += size
        sys.stdout.write(f"{size:>8} {address}\n")
    sys.stdout.write(f"{total:>8} bytes of {BUDGET}\n")
    return int(total > BUDGET)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
