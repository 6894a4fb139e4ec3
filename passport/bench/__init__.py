"""`passport bench`: how fast the product is, beside what one would pick instead, in the same run.

`command.py` is the command and `measuring.py` its story; `plan.py` says how much of each; `crew.py` adds readers and
people to a sample country, `touches.py` makes requests of them and `load.py` sends these from a process of its own;
`serving.py` starts the real group; `pgbench.py` and `empty.py` are what it is compared with; `checks.py` proves that
what was acknowledged was kept; `figures.py` sets it beside the goals.

`importing.py` and `push.py` are benches of their own: `passport bench import`, `passport bench push`.
"""
