"""Other people's tools, at the service of this library: each is an extra and has a module here.

The modules are imported by their own names, never unasked.
"""
