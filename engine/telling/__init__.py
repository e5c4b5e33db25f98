"""What a person is told, as plain data: the same for the terminal and the pages."""
