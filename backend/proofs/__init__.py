"""Photos and papers that prove what is said: looked at, made harmless, kept by their content."""
