"""Paper: how high what is printed is, before and after it is laid out, and what makes a PDF pass its judges."""
