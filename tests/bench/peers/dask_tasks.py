"""
What Dask costs per task: N empty tasks, submitted one by one as parts are, over processes of this computer.

PYTHONPATH=cluster python tests/bench/peers/dask_tasks.py TASKS PROCESSES

Prints a line of JSON: milliseconds per task on the clock, and of processor time (client and scheduler together).
"""

import json
import queue
import sys
import time

import psutil
from distributed import Client, LocalCluster
from phenolens.tasks import nothing


def main(tasks: int, processes: int) -> None:
    with (
        LocalCluster(n_workers=processes, threads_per_worker=1, memory_limit=0, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        client.gather([client.submit(nothing, number) for number in range(processes)])
        ended: queue.SimpleQueue = queue.SimpleQueue()
        # The scheduler lives in this process, beside what submits.
        here = psutil.Process()
        start, cpu = time.monotonic(), sum(here.cpu_times()[:2])
        futures = []
        for number in range(tasks):
            future = client.submit(nothing, number, key=f"nothing-{number}", pure=False)
            future.add_done_callback(ended.put)
            futures.append(future)
        for _ in range(tasks):
            ended.get()
        seconds, used = time.monotonic() - start, sum(here.cpu_times()[:2]) - cpu
    print(json.dumps({"clock": 1e3 * seconds / tasks, "processor": 1e3 * used / tasks}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
