"""
What Dask costs per task: N empty tasks, submitted one by one as parts are, over processes of this computer.

PYTHONPATH=cluster python tests/bench/cluster_scheduling.py [TASKS] [PROCESSES]
"""

import os
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
        load = os.getloadavg()[0]
    print(f"{tasks} tasks, {processes} processes: {1e3 * seconds / tasks:.2f} ms a task ({1e3 * used / tasks:.2f} ms of processor")
    print(f"for client and scheduler together); load {load:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, int(sys.argv[2]) if len(sys.argv) > 2 else 2)
