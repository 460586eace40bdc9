"""Small, tested modules behind the notebooks of "Neural networks by hand": NumPy alone, one idea a module."""
