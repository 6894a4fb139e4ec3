"""The plastic card (カード): issue, loss, expiry, and the look-up from its serial to its holder."""
