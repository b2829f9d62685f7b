"""The methods of the Bot API, each a table of parameters and an answer."""
