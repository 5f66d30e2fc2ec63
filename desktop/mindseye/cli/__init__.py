"""The command line: arguments in, one operation, its result as text or JSON. Nothing here knows Qt."""
