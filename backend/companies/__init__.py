"""Registered businesses (事業者): corporations, individual proprietors and sole workers (一人親方)."""
