"""What the bot remembers: named SQL, and one writer."""
