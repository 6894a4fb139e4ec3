"""`passport serve`: single-worker Hypercorn processes and one for the jobs, under a supervisor.

`supervisor.py` starts the group and `child.py` starts anew what dies; `web.py` and `jobs.py` are what they start;
`lifeline.py` ends these when the supervisor is gone; `admission.py` refuses what is too much; `log.py` is the form of
every line they say.
"""
