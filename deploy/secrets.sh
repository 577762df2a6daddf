#!/bin/sh
# Makes what docker-compose.yml takes its secrets from, in `secrets` beside it: random, mode 0600, of the user that the
# containers run as. What is there stays as it is, so it may be run again at any time. Usage: sudo deploy/secrets.sh [FOLDER]
set -eu
umask 077

folder=${1:-$(dirname "$0")/../secrets}
owner=${OWNER:-1000}

mkdir -p "$folder/tls"
folder=$(cd "$folder" && pwd)
if [ "$(id -u)" != "$owner" ] && [ "$(id -u)" != 0 ]; then
  echo "The containers read the secrets as user $owner, and you are $(id -u): run this with sudo." >&2
  exit 1
fi

# Written aside and renamed: a file that is there is whole, also after an interruption.
keep() {
  if [ -e "$folder/$1" ]; then
    cat >/dev/null
    return
  fi
  cat >"$folder/.$1.new"
  test -s "$folder/.$1.new"
  mv "$folder/.$1.new" "$folder/$1"
  echo "made $folder/$1"
}
random() { head -c "$1" /dev/urandom | base64 | tr -d '\n'; }
# Letters, digits, "-" and "_" only: they stand in addresses as they are.
password() { random 33 | tr '+/' '-_'; }

random 32 | keep master.key
for name in postgres eventstoredb-admin eventstoredb-ops; do password | keep "$name.password"; done
printf 'postgres://saksi:%s@postgres:5432/saksi' "$(cat "$folder/postgres.password")" | keep vault.url
printf 'esdb+discover://admin:%s@eventstoredb:2113?tls=true&tlsCAFile=/run/trust/ca.crt' "$(cat "$folder/eventstoredb-admin.password")" |
  keep eventstoredb.url

chmod 700 "$folder" "$folder/tls"
if [ "$(id -u)" = 0 ]; then chown -R "$owner:$owner" "$folder"; fi
echo "Keep a copy of $folder/master.key in another place, apart from all backups: without it, names are lost."
