"""What happened, kept in the same transaction as the change, for the edges to read at their own pace."""
