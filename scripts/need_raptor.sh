#!/bin/sh
# Raptor reads the Turtle and RDF/XML of the exports in the tests: install it when it is missing and the user is root,
# else say so.
if command -v rapper >/dev/null 2>&1; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing raptor for the tests of RDF exports"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq raptor2-utils >/dev/null && exit 0
fi
echo "SKIPPED: no raptor on this machine and no right to install it; its tests do not run" >&2
