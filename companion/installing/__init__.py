"""Making the browsers know the host: which are there, where their manifests go, what these contain.

Nothing here prints or asks; the command line and `doctor` say what was found. The machine is looked at and changed
through `Machine`, so Windows and macOS can be tested on any system.
"""
