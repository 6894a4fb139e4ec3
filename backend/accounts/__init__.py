"""Who is calling: accounts, sessions and, in sample mode, one-click sample logins."""
