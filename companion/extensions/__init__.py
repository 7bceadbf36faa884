"""Settings of many extensions: a plan is read as a whole, carried out with several requests at once, and remembered."""
