import pytest
from phenolens.question import Refused
from phenolens.schedulers import slurm


def test_a_slurm_profile_makes_the_jobs_it_says(tmp_path):
    profile = tmp_path / "slurm.toml"
    profile.write_text(
        'maximum = 8\n[cluster]\nqueue = "short"\ncores = 4\nprocesses = 4\nmemory = "16GB"\nwalltime = "02:00:00"\n'
        'job_script_prologue = ["module load nodejs"]\nscheduler_options = { dashboard_address = ":0" }\n'
    )
    with slurm(str(profile)) as cluster:
        script = cluster.job_script()
    lines = script.splitlines()
    assert "#SBATCH -p short" in lines
    assert "#SBATCH --cpus-per-task=4" in lines
    assert "#SBATCH -t 02:00:00" in lines
    assert "module load nodejs" in lines
    assert "--nworkers 4" in script and "--nthreads 1" in script


def test_a_profile_without_a_number_of_jobs_is_refused(tmp_path):
    profile = tmp_path / "slurm.toml"
    profile.write_text('[cluster]\nqueue = "short"\n')
    with pytest.raises(Refused, match="does not say how many jobs"):
        slurm(str(profile))
    profile.write_text("[cluster\n")
    with pytest.raises(Refused, match="cannot be read"):
        slurm(str(profile))
