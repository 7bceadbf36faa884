"""Clients of the telephone systems. Knows no journal, host or credentials store."""
