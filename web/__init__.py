"""The local pages: a thin layer that shows in a browser what the engine knows."""
