#!/bin/sh
# What the tests need beside the two environments, from Debian: a browser, and Node.js for the Bot API of another's making.
# Only what is missing is installed; who isn't root is told what to install.
set -eu

say() { printf '%s\n' "$*" >&2; }

missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v npm >/dev/null 2>&1 || missing="$missing nodejs npm"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  say "The tests need$missing; install that and try again, such as: apt-get install$missing"
  exit 1
fi
say "Installing$missing."
apt-get update -qq
# shellcheck disable=SC2086  # each word is a package
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
