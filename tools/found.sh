#!/usr/bin/env bash
# Says before the tests what they will leave out; with CI set nothing may be left out.
set -euo pipefail
cd "$(dirname "$0")"

missing=0
report() { # name, script
  if "./$2" --found; then echo "$1: found"; else echo "$1: NOT FOUND, its tests are left out"; missing=1; fi
}
report PostgreSQL postgres.sh
report Chromium chromium.sh
if [[ -n "${CI:-}" && $missing = 1 ]]; then
  echo "CI is set: nothing may be left out." >&2
  exit 1
fi
