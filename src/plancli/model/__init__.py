"""The nouns that the stages share. Import from the module that has the noun; nothing is loaded here."""
