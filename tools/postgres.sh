#!/usr/bin/env bash
# Runs a command with DATABASE_URL set to a PostgreSQL cluster that is made for it and thrown away after it.
#   tools/postgres.sh COMMAND…   the command's exit code is ours
#   tools/postgres.sh --found    only answers whether PostgreSQL is installed
# The cluster listens on a Unix socket in its own temporary folder, so it never meets another one.
set -euo pipefail

bin_dir() { # newest version first; Debian keeps the server's programs out of PATH
  local dir
  dir=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort --version-sort --reverse | head -n 1)
  [[ -n "$dir" ]] || dir=$(dirname "$(command -v initdb)" 2> /dev/null)
  [[ -x "$dir/initdb" ]] && echo "$dir"
}
bin=$(bin_dir) || exit 1
[[ "${1:-}" != --found ]] || exit 0

folder=$(mktemp --directory /tmp/pankow-pg.XXXXXX)
as_server=()
if [[ $EUID = 0 ]]; then # PostgreSQL refuses to run as root
  chown postgres "$folder"
  as_server=(runuser -u postgres --)
fi
stop() {
  cd /
  "${as_server[@]}" "$bin/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM

# The order of German words is the database's own (ICU), as in compose.yaml; no fsync: the data is thrown away.
(
  cd "$folder"
  "${as_server[@]}" "$bin/initdb" --pgdata="$folder/data" --username=pankow --auth=trust --encoding=UTF8 \
    --locale-provider=icu --icu-locale=de --locale=C.UTF-8 --no-sync > "$folder/initdb.log"
  "${as_server[@]}" "$bin/pg_ctl" --pgdata="$folder/data" --log="$folder/data/server.log" --silent --wait start \
    --options="-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=50"
)
DATABASE_URL="postgres://pankow@/$folder/postgres" "$@"
