"""The live preview: all editions in a browser, redrawn as files change, and an editor's hand in them."""
