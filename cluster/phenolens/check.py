"""Whether the command line runs where tasks will run."""

import json
import platform

import psutil
from distributed import Client

from phenolens import command_line
from phenolens.limits import CommandFailed, Limits, run

_LIMITS = Limits(seconds=120)
_LEAST_NODE = 20


def worker_state() -> dict[str, str]:
    """What one computer has; `failure` is a sentence, empty where tasks will run."""
    state = {"host": platform.node(), "memory": f"{psutil.virtual_memory().total / 1e9:.1f} GB", "failure": ""}
    try:
        state["node"] = run([command_line.node(), "--version"], _LIMITS).strip()
        if int(state["node"].removeprefix("v").split(".")[0]) < _LEAST_NODE:
            state["failure"] = f"Node is {state['node']}. Install {_LEAST_NODE} or later."
        state["phenolens"] = run([*command_line.command(), "--version"], _LIMITS).strip()
        state["build"] = command_line.build()[:12]
        # The engine starts, and finds its models.
        state["models"] = ", ".join(model["name"] for model in json.loads(run([*command_line.command(), "models", "--json"], _LIMITS)))
    except (CommandFailed, command_line.NotFound) as failed:
        state["failure"] = str(failed)
    return state


def check(client: Client | None) -> int:
    """Prints a line per worker (without a client: of this computer). Gives 0 where all can run, by one build."""
    states = {"here": worker_state()}
    if client is not None:
        client.wait_for_workers(1, timeout=300)
        states |= client.run(worker_state)
    for address, state in states.items():
        told = ", ".join(f"{name} {value}" for name, value in state.items() if name != "failure")
        print(f"{'failed' if state['failure'] else 'ok'}  {address}: {told}. {state['failure']}".rstrip())
    builds = {state["build"] for state in states.values() if "build" in state}
    if len(builds) > 1:
        print(
            f"failed  {len(builds)} builds of the command line differ ({', '.join(sorted(builds))}). Install the same one on all workers."
        )
    return 1 if len(builds) > 1 or any(state["failure"] for state in states.values()) else 0
