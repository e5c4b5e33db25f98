"""Side-by-side measurements. They print; no test asserts a time."""
