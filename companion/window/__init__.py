"""The companion's own settings window: the one place besides the command line where secrets are typed.

`model` is what it shows and does, without any window; `view` draws it with Tk; `work` asks settings, stores and PBX,
always beside the window's own thread; `opening` starts it from the host as a process of its own.
"""
