"""Where people meet the navigator: the front door of every channel, and the command line."""
