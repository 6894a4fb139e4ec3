"""Work days and totals (就業履歴): the only writer of both.

A work day is one worker at one site on one work date.  Every channel calls `history.service`.
"""
