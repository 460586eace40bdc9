"""The picture of the playground: what is drawn, where, and what can be touched."""
