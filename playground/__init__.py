"""A Telegram of our own: a local Bot API server and phones that people can hold."""
