"""How the bot listens and acts: Telegram, the turn, delivery, the clock."""
