"""The program beside a reader, perhaps offline.  Here will live readers, the queue on disk and the sender."""
