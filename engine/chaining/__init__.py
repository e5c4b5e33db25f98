"""Forward chaining over working memory with experta: the engine of record."""
