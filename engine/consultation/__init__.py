"""One person's consultation: their answers, what follows from them, and what they are told."""
