"""The companion of Call with 3CX: owns the credentials and asks the PBX to place calls.

Nothing is imported here: `callwith-host` greets its browser before anything heavy is loaded.
"""

__version__ = "0.1.0"
PROTOCOL = 1
"""Version of the contract in `native-messaging/`; raised when an older peer would misunderstand a message."""
