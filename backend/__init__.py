"""The register: who is registered, where work is done, what was tapped, and what follows from it."""
