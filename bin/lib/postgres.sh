# A throwaway PostgreSQL 15 server for tests: on 127.0.0.1, on a free port, in a folder of its own.
# To be sourced after setup.sh.

postgres_bin=/usr/lib/postgresql/15/bin
postgres_folder=""

# PostgreSQL refuses to run as root, so root hands over to the user that its package makes.
as_postgres() {
  if [[ $EUID -eq 0 ]]; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

# Starts the server and sets `postgres_url`. Durability is off, because tests test no crash, unless
# the first argument is `durable`.
start_postgres() {
  local settings="-c max_connections=400"
  [[ ${1-} == durable ]] ||
    settings+=" -c fsync=off -c synchronous_commit=off -c full_page_writes=off"

  # Not below .build: the server's user could not get there through folders that are private.
  postgres_folder=$(mktemp -d /tmp/rapport-test.XXXXXX)
  [[ $EUID -ne 0 ]] || chown postgres: "$postgres_folder"
  as_postgres "$postgres_bin/initdb" -D "$postgres_folder/data" -U postgres -A trust \
    -E UTF8 --locale C --no-sync >/dev/null

  # Only binding shows that a port is free, so a taken one means another try.
  local port attempt
  for attempt in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 10000))
    if as_postgres "$postgres_bin/pg_ctl" start -w -D "$postgres_folder/data" \
      -l "$postgres_folder/log" -o "-h 127.0.0.1 -p $port -k $postgres_folder $settings" \
      </dev/null >/dev/null 2>&1; then
      postgres_url=postgres://postgres@127.0.0.1:$port/postgres
      return
    fi
  done
  cat "$postgres_folder/log" >&2
  fail "PostgreSQL did not start in $attempt attempts"
}

# Stops the server, if there is one, and removes all that it wrote.
stop_postgres() {
  [[ -n $postgres_folder ]] || return 0
  if [[ -e $postgres_folder/data/postmaster.pid ]]; then
    as_postgres "$postgres_bin/pg_ctl" stop -m immediate -D "$postgres_folder/data" >/dev/null ||
      say "PostgreSQL in $postgres_folder did not stop"
  fi
  rm -rf "$postgres_folder"
  postgres_folder=""
}
