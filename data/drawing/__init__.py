"""Small pictures drawn by code: `scene.draw` paints one, `make_data.py` keeps a few hundred."""
