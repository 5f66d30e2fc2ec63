"""Which files exist: walking a folder, comparing it with what is known, and watching it for changes.

Nothing is read but directories, and nothing is stored: the plan a comparison makes is carried out
elsewhere. watchdog is imported in ``watch.py`` alone.
"""
