"""Whatever sends taps (カードリーダー): its key, its place, its revocation."""
