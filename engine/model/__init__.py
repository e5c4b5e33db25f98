"""What a knowledge base is made of, as plain frozen structs. No behaviour beyond looking things up."""
