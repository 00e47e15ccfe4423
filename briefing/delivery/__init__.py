"""Delivery: the files of an edition into their folder, a message to its reader."""
