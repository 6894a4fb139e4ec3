"""The worker's own view (パスポート): card, today, month, career; live while it is open."""
