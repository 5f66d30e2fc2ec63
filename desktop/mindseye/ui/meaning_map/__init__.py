"""The page with the map of meaning: its camera, its points, its painting, its work."""
