# Shared by the scripts in bin/: says what is missing on this machine and installs it.
# To be sourced; everything it prints goes to standard error.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# What building needs. The Swift toolchain itself is no Debian package.
build_packages=(
  binutils ca-certificates g++ git libc6-dev libcmark-gfm-dev libcmark-gfm-extensions-dev
  libcurl4-openssl-dev libgmime-3.0-dev libgumbo-dev libpq-dev libsodium-dev libsqlite3-dev
  libstemmer-dev libxml2 pkg-config tzdata zlib1g-dev
)

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

# Runs the rest as root: directly, or with sudo.
as_root() {
  if [[ $EUID -eq 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "installing needs root: run '$*' as root, or install sudo"
  fi
}

# Prints those of the named Debian packages that are not installed.
missing_packages() {
  command -v dpkg-query >/dev/null || return 0
  local installed package
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
  for package in "$@"; do
    grep -qxF "installed $package" <<<"$installed" || printf '%s\n' "$package"
  done
}

# Installs those of the named Debian packages that are not there yet.
need_packages() {
  command -v dpkg-query >/dev/null || say "not a Debian system; these are needed: $*"
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [[ ${#missing[@]} -gt 0 ]] || return 0
  say "missing, to be installed: ${missing[*]}"
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q)
  as_root "${apt[@]}" update >&2 || fail "apt-get update failed"
  as_root "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >&2 ||
    fail "installing failed; by hand: apt-get install ${missing[*]}"
}

# Puts a Swift toolchain on the path.
need_swift() {
  local home=${HOME:-/root} folder
  command -v swift >/dev/null && return
  for folder in /opt/swift/usr/bin "$home/.swiftly/bin" "$home/.local/share/swiftly/bin"; do
    if [[ -x $folder/swift ]]; then
      PATH=$folder:$PATH
      return
    fi
  done
  fail "Swift 6.3 is missing: get it from https://www.swift.org/install/linux/ (with swiftly, or" \
    "unpacked to /opt/swift), then call this again"
}

# Runs one function while no other script sets up or builds here, apart from both the caller's
# standard input and standard output.
exclusively() {
  mkdir -p "$root/.build"
  (
    flock -n 9 || { say "waiting for another set-up or build"; flock 9; }
    "$@"
  ) 9>"$root/.build/setup.lock" </dev/null >&2
}
