"""The page on which near-duplicates are looked at side by side, and sent to the trash or told apart."""
