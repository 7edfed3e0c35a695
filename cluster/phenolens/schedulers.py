"""Where tasks run: processes of this computer, a scheduler that is there, Slurm or Kubernetes. Dask does the scheduling."""

import importlib.util
import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import dask
from distributed import Client, LocalCluster

from phenolens.question import Refused


@dataclass(frozen=True)
class Where:
    """One of these, or none: as many processes as there are processors."""

    scheduler: str | None = None
    local: int | None = None
    slurm: str | None = None
    kubernetes: str | None = None


@contextmanager
def client_of(where: Where, retries: int) -> Iterator[Client]:
    """A client of the scheduler; what was started for it ends with it. Throws Refused."""
    # How often a worker may die of one task.
    with dask.config.set({"distributed.scheduler.allowed-failures": retries}):
        if where.scheduler:
            with connect(where.scheduler) as client:
                yield client
        else:
            with _cluster(where) as cluster, Client(cluster) as client:
                yield client


def connect(address: str, seconds: float = 30) -> Client:
    try:
        return Client(address, timeout=seconds)
    except (OSError, TimeoutError) as error:
        raise Refused(
            f"No scheduler answers at {address} ({error}). Start one with `dask scheduler`, or say another --scheduler."
        ) from error


def _cluster(where: Where):
    if where.slurm:
        return slurm(where.slurm)
    if where.kubernetes:
        return _kubernetes(where.kubernetes)
    # Workers hold no data: the memory is the command line's, which has a limit of its own.
    return LocalCluster(
        n_workers=where.local or os.cpu_count(),
        threads_per_worker=1,
        memory_limit=0,
        dashboard_address="127.0.0.1:0" if importlib.util.find_spec("bokeh") else None,
        silence_logs=50,
    )


def slurm(profile: str):
    """
    A cluster of Slurm jobs from a TOML file: what `dask_jobqueue.SLURMCluster` takes in the table `cluster`, and beside
    it `jobs = N` or `minimum` and `maximum` jobs, started as there is work.
    """
    try:
        from dask_jobqueue import SLURMCluster
    except ImportError as error:
        raise Refused("--slurm needs dask-jobqueue: pip install 'phenolens-cluster[slurm]'.") from error
    try:
        said = tomllib.loads(Path(profile).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise Refused(f"The profile {profile} cannot be read: {error}.") from error
    if "jobs" not in said and "maximum" not in said:
        raise Refused(f"The profile {profile} does not say how many jobs: jobs = N, or minimum = N and maximum = N.")
    cluster = SLURMCluster(**said.get("cluster", {}))
    if "jobs" in said:
        cluster.scale(jobs=said["jobs"])
    else:
        cluster.adapt(minimum_jobs=said.get("minimum", 0), maximum_jobs=said["maximum"])
    return cluster


def _kubernetes(spec: str):
    """A `DaskCluster` resource as Dask's Kubernetes operator reads it, with its number of workers."""
    try:
        from dask_kubernetes.operator import KubeCluster
    except ImportError as error:
        raise Refused("--kubernetes needs dask-kubernetes: pip install 'phenolens-cluster[kubernetes]'.") from error
    if not Path(spec).is_file():
        raise Refused(f"There is no file {spec}.")
    return KubeCluster(custom_cluster_spec=spec)
