"""A synthetic country (見本の国): invented people, companies, sites and days, drawn from the reference figures.

Everybody is called 見本 (sample) and every number is our own.  The same plan always gives the same rows.  What the
figures do not say is assumed, and each assumption stands as a named constant with its reason beside the drawing.
The days have no taps behind them: they stand as if taken over from an earlier register.
"""
