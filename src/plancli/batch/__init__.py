"""Many files: each parsed in a process of its own kind, each accounted for, resumed where a run was stopped.

run        the run itself: what to parse, what is done already, what came of it; start reading here
sources    files, folders and URLs → entries in order
job        one file's bytes → its outcome, in whatever process
supervise  jobs in worker processes under guards: time, memory, one retry after a crash
worker_handle   one worker, seen from here: the job at work, the next one handed in
guarded    documents that another command reads, in one worker of the same kind
processes, worker, channel   how worker processes are made and spoken to
engines    `concurrent.futures` executors: the pool of this process, or a Dask cluster
journal    what was done, one line a file
results, dataset   the files under DIR
faults     injected faults, for tests
"""
