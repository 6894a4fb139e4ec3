"""Levels 1–4 by evaluation field (能力評価).  Here will live the dated criteria, the engine and the planner."""
