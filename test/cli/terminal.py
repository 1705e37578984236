"""Runs a command in a terminal of its own: `terminal.py <steps> <command> ...`.

Each step waits until the terminal shows a text and then types something: `{"shows": "[y/N]", "type": "y\n"}`. Control
characters do what they do in a terminal: \\x03 is Ctrl-C for whatever runs in it. Prints exit code and screen as JSON.
"""
import json
import os
import pty
import select
import signal
import sys
import time

steps, command = json.loads(sys.argv[1]), sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)

screen, seen, deadline = "", 0, time.monotonic() + 90
while time.monotonic() < deadline:
    if steps and (at := screen.find(steps[0]["shows"], seen)) >= 0:
        step = steps.pop(0)
        seen = at + len(step["shows"])
        time.sleep(step.get("after", 0))
        if "kill" in step:
            os.kill(child, signal.Signals[step["kill"]])
        else:
            os.write(terminal, step["type"].encode())
        continue
    if select.select([terminal], [], [], 0.2)[0]:
        try:
            screen += os.read(terminal, 65536).decode(errors="replace")
        except OSError:  # the last process that had the terminal has closed it
            break
else:
    os.kill(child, signal.SIGKILL)
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print(json.dumps({"exitCode": status, "screen": screen.replace("\r\n", "\n"), "left": steps}))
