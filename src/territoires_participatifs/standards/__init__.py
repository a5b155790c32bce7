"""Other people's formats: what this library writes for their programs, each in a module.

The modules are imported by their own names, never unasked.
"""
