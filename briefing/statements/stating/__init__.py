"""What is stated: numbers, dates, conditions, denials, and the side that a speaker takes."""
