"""Questions put to all completions of an answer sheet, answered exactly by a solver."""
