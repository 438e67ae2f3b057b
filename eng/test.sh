#!/usr/bin/env bash
# Builds and tests everything; this is what CI runs. Needs only the .NET SDK; works from any directory.
# The tests of the PostgreSQL store want Debian's postgresql, those of the queue its nats-server too, those of the pages its chromium: they are
# installed where that can be done without asking; else those tests are skipped.
# Ends with a line "N passed, N failed" (", N skipped" may follow) and the exit code of the tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

step() { printf '\n== %s\n' "$*"; }

need_sdk() {
  if ! command -v dotnet >/dev/null; then
    echo "eng/test.sh: no dotnet command: install the .NET SDK that global.json names." >&2
    exit 2
  fi
}

# Installs a package of Debian, or says what is skipped without it.
add_package() {
  local package=$1 skipped=$2 as_root=()
  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
  if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
    echo "eng/test.sh: no $package, and it cannot be installed without asking: $skipped."
    return 1
  fi
  step "install $package for tests"
  if ! { "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" </dev/null >/dev/null; }; then
    echo "eng/test.sh: $package could not be installed: $skipped."
    return 1
  fi
}

need_chromium() {
  if [ -x /usr/bin/chromium ]; then return; fi
  add_package chromium "the tests of the pages in a browser are skipped" || true
}

# The tests start a server of their own; one that the installation starts is not needed and is stopped again.
need_postgres() {
  if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then return; fi
  add_package postgresql "the tests of its store are skipped" || return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
  pg_lsclusters -h | while read -r version cluster _ state _; do
    if [ "$state" = online ]; then "${as_root[@]}" pg_ctlcluster "$version" "$cluster" stop; fi
  done
}

# As with PostgreSQL, the tests start servers of their own.
need_nats() {
  if [ -x /usr/sbin/nats-server ]; then return; fi
  add_package nats-server "the tests of the queue are skipped" || return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
  if [ -d /run/systemd/system ]; then "${as_root[@]}" systemctl disable --quiet --now nats-server; fi
}

restore() {
  step "restore, exactly as the lock files say"
  dotnet restore --locked-mode
}

build() {
  step "build with analyzers, warnings as errors"
  dotnet build --no-restore --verbosity quiet
}

# The tests of the packages install them from this folder.
pack() {
  step "pack"
  eng/pack.sh --plain "$packages"
  export DEMARCHE_PACKAGES=$packages/packages
}

check_format() {
  step "format"
  dotnet format --no-restore --verify-no-changes
}

# Runs every test project; leaves the runner's summary in $log.
run_tests() {
  step "tests"
  dotnet test --no-build --no-progress 2>&1 | tee "$log"
}

# Adds up one count ("succeeded") over the summaries of the runner, which prints lines as "  succeeded: 12".
count() {
  sed -e 's/\x1b\[[0-9;]*m//g' "$log" | awk -v name="$1" '
    /[Tt]est run summary:/ { inside = 1 }
    inside && $1 == name ":" { sum += $2 }
    END { print sum + 0 }'
}

report() {
  local passed failed skipped
  passed=$(count succeeded)
  failed=$(count failed)
  skipped=$(count skipped)
  if [ "$1" -eq 0 ] && [ "$passed" -eq 0 ]; then
    echo "eng/test.sh: the runner passed no test." >&2
    set -- 1
  fi
  printf '\n%s passed, %s failed' "$passed" "$failed"
  if [ "$skipped" -gt 0 ]; then printf ', %s skipped' "$skipped"; fi
  printf '\n'
  return "$1"
}

log=$(mktemp)
packages=$(mktemp -d)
trap 'rm -rf "$log" "$packages"' EXIT

need_sdk
need_postgres
need_nats
need_chromium
restore
build
pack
format=0
check_format || format=1
status=0
run_tests || status=$?
if [ "$status" -eq 0 ] && [ "$format" -ne 0 ]; then
  echo "eng/test.sh: the tests passed, but files need 'dotnet format'." >&2
  status=1
fi
report "$status"
