"""An article's reading text into mentions, times and quantities: see ``recognizer``."""
