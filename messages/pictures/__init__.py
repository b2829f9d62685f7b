"""What the bot draws: cards and charts as PNG, in a real Chinese font."""
