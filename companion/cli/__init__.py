"""The command line `callwith`: one module for each command, put together in `main`."""
