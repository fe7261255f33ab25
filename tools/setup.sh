#!/bin/sh
# Makes the environments from their lock files, and only what is missing.
#
#   tools/setup.sh run     .venv from requirements.txt, engine/.venv from engine/requirements.txt
#   tools/setup.sh dev     the same, with .venv from requirements-dev.txt (which holds requirements.txt)
#
# A finished environment carries a stamp: which lock made it, and where it stands. One without a stamp was
# never finished and is made anew; so is one whose folder was moved, for its programs name their own place.
set -eu
cd "$(dirname "$0")/.."
export UV_PYTHON_DOWNLOADS=never

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

find_python() {
  if [ -n "${PYTHON:-}" ]; then set -- "$PYTHON"; else set -- python3.11 python3; fi
  for candidate; do
    python=$("$candidate" -c 'import sys; sys.version_info[:2] == (3, 11) and print(sys.executable)' 2>/dev/null) || continue
    [ -z "$python" ] || break
  done
  [ -n "${python:-}" ] || stop "The navigator needs Python 3.11 and found none ($*). Install it, or say where it is: make run PYTHON=/path/to/python3.11"
  "$python" -c 'import ensurepip, venv' 2>/dev/null ||
    stop "The Python 3.11 at $python cannot make environments. Install its venv package, such as python3.11-venv."
}

# What an environment made here and now from these files would be stamped with.
stamp_of() {
  "$python" - "$PWD" "$@" <<'PY'
import hashlib, pathlib, sys
place, *files = sys.argv[1:]
digest = hashlib.sha256(place.encode())
for file in files:
    digest.update(pathlib.Path(file).read_bytes())
print(digest.hexdigest())
PY
}

# finished FOLDER STAMP: whether the environment there carries this stamp and its Python still starts.
finished() {
  [ "$(cat "$1/stamp" 2>/dev/null)" = "$2" ] && "$1/bin/python" -c '' 2>/dev/null
}

get_uv() {
  [ -z "${uv_sought:-}" ] || return 0
  uv_sought=yes
  wanted=$(stamp_of requirements-uv.txt)
  if ! finished .uv "$wanted"; then
    say "Getting uv, which makes the environments."
    rm -rf .uv
    if "$python" -m venv .uv && .uv/bin/python -m pip install --quiet --require-hashes -r requirements-uv.txt >&2; then
      echo "$wanted" >.uv/stamp
    else
      rm -rf .uv
      say "uv cannot be had here; plain pip does it too, but slower."
      return 0
    fi
  fi
  uv=.uv/bin/uv
}

# fill FOLDER LOCK: the packages of a lock file, by uv, or by pip where uv is missing or cannot reach them.
# A lock names everything, so pip need not look for more; and Rasa's wheel forbids a Python that it runs on.
fill() {
  if [ -n "${uv:-}" ]; then
    if { [ -d "$1" ] || "$uv" venv --quiet --python "$python" "$1"; } &&
      "$uv" pip sync --python "$1/bin/python" --require-hashes "$2"; then
      return 0
    fi
    say "uv could not fill $1; trying plain pip."
  fi
  rm -rf "$1"
  "$python" -m venv "$1" &&
    "$1/bin/python" -m pip install --require-hashes --no-deps --ignore-requires-python -r "$2"
}

# Our own packages, in place, so that .venv/bin/navigator exists.
add_ourselves() {
  if [ -x .venv/bin/pip ]; then
    .venv/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
  else
    "$uv" pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation -e .
  fi
}

# environment FOLDER LOCK STAMP [STEP]: makes the environment, runs the step, and stamps it when all went well.
environment() {
  say "Making $1 from $2."
  get_uv
  [ -f "$1/stamp" ] && "$1/bin/python" -c '' 2>/dev/null || rm -rf "$1"
  rm -f "$1/stamp"
  { fill "$1" "$2" >&2 && "${4:-true}" >&2; } ||
    stop "$1 could not be made from $2; the lines above say why. Once that is mended, the same command goes on."
  echo "$3" >"$1/stamp"
}

application() {
  dev=$(stamp_of requirements-dev.txt pyproject.toml)
  run=$(stamp_of requirements.txt pyproject.toml)
  if finished .venv "$dev"; then return 0; fi
  if [ "$1" = dev ]; then
    environment .venv requirements-dev.txt "$dev" add_ourselves
  elif ! finished .venv "$run"; then
    environment .venv requirements.txt "$run" add_ourselves
  fi
}

engine() {
  wanted=$(stamp_of engine/requirements.txt)
  finished engine/.venv "$wanted" || environment engine/.venv engine/requirements.txt "$wanted"
}

case "${1:-}" in run | dev) ;; *) stop "Usage: tools/setup.sh run|dev" ;; esac
find_python
mkdir -p var
exec 9>var/setup.lock
if command -v flock >/dev/null 2>&1; then flock 9; fi # two at a time would undo each other's work
application "$1"
engine
