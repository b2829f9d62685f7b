"""What the bot says: one folder a language, text and buttons side by side."""
