"""A desk of its own for a benchmark, and connections to one."""
import json
import os
import socket
import subprocess
import sys
import time

sys.dont_write_bytecode = True


def line(method, params, number=1):
    """A request as it is sent."""
    request = {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
    return json.dumps(request).encode() + b"\n"


def checked(method, answer):
    """The result in a line of an answer; an error ends the program."""
    found = json.loads(answer)
    if "error" in found:
        sys.exit(f"{method}: {found['error']}")
    return found["result"]


class Caller:
    """One connection that asks and waits."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path)
        self.socket.settimeout(120)
        self.lines = self.socket.makefile("rb")
        self.lines.readline()

    def send(self, text):
        """The answer to a line, as it comes."""
        self.socket.sendall(text)
        return self.lines.readline()

    def call(self, method, **params):
        return checked(method, self.send(line(method, params)))

    def all(self, requests, at_once=16):
        """Sends many requests, of which some are under way at once."""
        for begin in range(0, len(requests), at_once):
            part = requests[begin:begin + at_once]
            self.socket.sendall(b"".join(line(*request) for request in part))
            for method, _ in part:
                checked(method, self.lines.readline())


class Desk:
    """A new desk in an empty directory."""

    def __init__(self, program, home, daemon="", options=()):
        """daemon: more lines of its table; options: more of its command line."""
        self.path = os.path.join(home, "desk.sock")
        config = os.path.join(home, "desk.toml")
        with open(config, "w") as file:
            file.write(f'[daemon]\nlog_level = "error"\nstart_worker = false\n{daemon}')
        self.process = subprocess.Popen(
            [program, "--config", config, "--init", "--state", os.path.join(home, "state"),
             "--socket", self.path, *options])
        for _ in range(400):
            if os.path.exists(self.path):
                return
            if self.process.poll() is not None:
                sys.exit("the desk did not start")
            time.sleep(0.05)
        sys.exit("the desk did not start in time")

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def milliseconds(self, caller, requests, method, **params):
        """Of processor time a request, over many requests."""
        begin = self.processor_seconds()
        for _ in range(requests):
            caller.call(method, **params)
        return (self.processor_seconds() - begin) * 1000 / requests

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=60)
