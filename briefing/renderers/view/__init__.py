"""Brief → Page: the words of the page, said in the edition's language, for every format alike."""
