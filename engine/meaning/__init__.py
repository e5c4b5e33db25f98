"""What a test and an answer mean: operators, the states of a fact, and their words."""
