"""Pure tools for texts: blocks, sentences, words, stems, phrases; places in a text."""
