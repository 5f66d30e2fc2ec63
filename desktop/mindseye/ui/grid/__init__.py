"""The grid of photographs: layout by arithmetic, thumbnails from workers, the view itself."""
