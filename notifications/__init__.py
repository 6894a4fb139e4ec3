"""Told at once, once, in one's own language.  Here will live who is told what, and the channels."""
