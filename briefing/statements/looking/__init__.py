"""One sentence: its words, names, cues and quotation marks, and which name can be a subject."""
