"""Turns on a machine that several share: MUTANTS_TURN is a command that runs another one when it is
its turn, such as `flock FILE`. The trial takes a turn while it builds or tests, and ends it between."""

import contextlib
import subprocess
import time


class Turns:
    SECONDS = 55

    def __init__(self, command: str | None):
        self.command = command.split() if command else None
        self.holder: subprocess.Popen | None = None
        self.since = 0.0

    @contextlib.contextmanager
    def turn(self, whole: bool = False):
        """Takes a turn for one piece of work, and keeps it for the next while it lasts. What is
        `whole`, as a build, does not count."""
        if self.command and not self.holder:
            self.begin()
        try:
            yield
        finally:
            if whole:
                self.since = time.monotonic()
            elif time.monotonic() - self.since > self.SECONDS:
                self.end()

    def begin(self) -> None:
        self.holder = subprocess.Popen(
            [*self.command, "sh", "-c", "echo; cat >/dev/null"], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE)
        self.holder.stdout.readline()
        self.since = time.monotonic()

    def end(self) -> None:
        """Ends the turn: what holds it reads to the end of its input."""
        if self.holder:
            self.holder.stdin.close()
            self.holder.wait()
            self.holder = None
