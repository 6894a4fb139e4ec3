"""Outside parties, played by servers of our own behind the real protocol, for tests, benches and development.

Never part of a production start: nothing that serves imports it.
"""
