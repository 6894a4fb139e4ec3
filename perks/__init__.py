"""What a worker may claim (特典): drinks, supporter perks.  Here will live grants and their redemption."""
