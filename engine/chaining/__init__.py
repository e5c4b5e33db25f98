"""Forward chaining over working memory with experta, from answers to the step."""
