"""One cooperation request by hand, phase by phase: what is refused, with what sentence, and that nothing typed is lost."""
