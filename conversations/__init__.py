"""How the bot converses: scripts of questions, pure."""
