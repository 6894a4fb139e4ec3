"""The tables of notices, one reviewed file per change."""
