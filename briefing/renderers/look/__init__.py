"""The look: templates along their chain, what they may take, the style's tokens, and what is wrong with them."""
