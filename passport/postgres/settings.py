"""The server's settings: durable, on a private socket, sensible on two cores and harmless on less."""

import os
from pathlib import Path

MEGABYTE = 1024 * 1024


def settings(socket_folder: Path, *, lz4: bool) -> str:
    """Write the whole `postgresql.conf`; it is written again at each start."""
    values: dict[str, str | int] = {
        "listen_addresses": "''",
        "unix_socket_directories": f"'{socket_folder}'",
        "unix_socket_permissions": "0700",
        "max_connections": 100,
        "fsync": "on",
        "synchronous_commit": "on",
        "full_page_writes": "on",
        "shared_buffers": "256MB",
        "effective_cache_size": f"{max(256, _memory_megabytes() // 2)}MB",
        "work_mem": "16MB",
        "maintenance_work_mem": "256MB",
        "max_wal_size": "4GB",
        "checkpoint_timeout": "15min",
        "wal_compression": "lz4" if lz4 else "pglz",
        "random_page_cost": "1.1",
        "jit": "off",
        "timezone": "'UTC'",
        "log_timezone": "'UTC'",
        "lc_messages": "'C'",
        "log_checkpoints": "off",
        "log_line_prefix": "'%m [%p] '",
    }
    lines = [f"{name} = {value}" for name, value in values.items()]
    return "\n".join(["# Written by `passport` at each start.", *lines, ""])


def _memory_megabytes() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // MEGABYTE
