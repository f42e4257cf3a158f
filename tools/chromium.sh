#!/usr/bin/env bash
# Prints the path of the system's Chromium; with --found only answers whether there is one.
set -euo pipefail

for name in chromium chromium-browser google-chrome; do
  if path=$(command -v "$name"); then
    [[ "${1:-}" == --found ]] || echo "$path"
    exit 0
  fi
done
exit 1
