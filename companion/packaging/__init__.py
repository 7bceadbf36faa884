"""Makes what is handed out: the wheel's extension, the `.deb`, the folder for machines without Python.

Runs from a checkout (`make packages`, `make deb`, `make folder`) and is no part of the wheel.
"""
