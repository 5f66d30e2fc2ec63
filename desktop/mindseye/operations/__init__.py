"""The verbs of the program: each is one thing a user asks for, and returns what came of it.

The window and the command line go through these; what an operation changed is also told by the
library's events. Operations may take long and are called off the window's thread.
"""
