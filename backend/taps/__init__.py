"""Touches of cards (タッチ), kept as they arrived, judged, and handed to history."""
