"""Runs a command and prints as JSON what it took, together with every process that it started and waited for.

Node cannot tell what a child process took. What the command prints goes to stderr.
"""
import json
import os
import sys
import time

begun = time.monotonic()
command = sys.argv[1:]
child = os.posix_spawnp(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, 2, 1)])
_, status, usage = os.wait4(child, 0)
seconds = time.monotonic() - begun
# Linux counts in KiB, macOS in bytes.
peak_mib = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
print(json.dumps({"seconds": seconds, "cpuSeconds": usage.ru_utime + usage.ru_stime, "peakMib": peak_mib}))
sys.exit(os.waitstatus_to_exitcode(status))
