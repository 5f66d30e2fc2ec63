"""Trains, exports and describes the starter model: two small towers, pictures and words, in one space."""
