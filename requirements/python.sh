#!/bin/sh
# Print a Python of at least 3.11: the one named in $1 if any, else the first that is found.
for name in ${1:-python3 python3.11 python3.12 python3.13 python3.14}; do
	if "$name" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
		echo "$name"
		exit 0
	fi
done
if [ -n "$1" ]; then
	echo "PYTHON=$1 is missing or older than 3.11." >&2
else
	echo "Worker Passport needs Python 3.11 or newer, and none was found." >&2
	echo "  Debian, Ubuntu: apt-get install python3      macOS: brew install python" >&2
	echo "  Installed elsewhere? make PYTHON=/path/to/python3 ..." >&2
fi
exit 1
