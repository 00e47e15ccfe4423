"""Who says it: subjects of cues, texts with a host, what is carried over, what leans and what brackets resolve."""
