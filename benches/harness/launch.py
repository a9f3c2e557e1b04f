"""Runs one command and tells what it cost: `RESULT COMMAND…`.

A process of its own, as small as Python can be: a process that has just been forked counts its parent's memory as
its own peak, and the harness is larger than what it measures.
"""

import os
import sys
import time

result, *command = sys.argv[1:]
began = time.perf_counter()
child = os.fork()
if child == 0:
    try:
        os.execvp(command[0], command)
    finally:
        os._exit(127)
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - began
code = os.waitstatus_to_exitcode(status)
with open(result, "w") as file:
    # Of the process and of those that it waited for.
    print(code, wall, used.ru_utime + used.ru_stime, used.ru_maxrss, file=file)
