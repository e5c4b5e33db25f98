"""The command line: one file for each command. What it knows comes from `engine` and `diagrams`."""
