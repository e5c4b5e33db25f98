help: ## say what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  \1\t\2/' | expand -t 14

setup: .venv/ready ## make .venv with everything that tests need

.venv/ready: pyproject.toml
	python3 -m venv .venv
	.venv/bin/pip install -q -e '.[test]'
	touch $@

test: setup ## run the tests of each time
	.venv/bin/pytest

thorough: setup ## run the tests that are left out each time, as CI does
	.venv/bin/pytest -m thorough
	.venv/bin/milepost prove

check: setup ## name every fault of the knowledge base, and prove its promises
	.venv/bin/milepost check
	.venv/bin/milepost prove

coverage: setup ## measure which branches of the engine tests take, as CI does, and hold the floor
	.venv/bin/pip install -q 'pytest-cov>=6'
	.ci/coverage

lint: setup ## format, lint and types, as CI looks at them
	.venv/bin/pip install -q -e '.[test,dev]'
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.ci/types
	if command -v tsc; then .ci/javascript; fi

gallery: setup ## draw the pictures of diagrams/gallery again
	for example in parents-in-the-first-week choked-in-the-first-days good-meetings-both-lean-that-way; do \
	  .venv/bin/milepost advise --example $$example --force --graph diagrams/gallery/$$example.svg > /dev/null; \
	done
	.venv/bin/milepost graph --force --out diagrams/gallery/stages.svg
	for step in pause first_message; do .venv/bin/milepost graph --force --step $$step --out diagrams/gallery/$$step.svg; done

reference: setup ## write the tables of docs/language.md again, as the language is declared
	.venv/bin/python -m docs.reference

screens: setup ## take the pictures of docs/screens again, and count the words
	.venv/bin/python -m docs.screens.take
	.venv/bin/python -m docs.screens.terminal
	.venv/bin/python -m docs.screens.phone
	.venv/bin/python -m docs.screens.words
	.venv/bin/python -m docs.screens.pages
	.venv/bin/python -m docs.screens.waiting

phone: setup ## write what-now.html, the whole consultation in one file for a phone
	.venv/bin/milepost export --force --to html what-now.html

sameness: setup ## compare the phone with Python on every example and 2000 random sheets
	MILEPOST_SAMENESS=whole .venv/bin/pytest tests/phone/test_sameness.py

.PHONY: help setup test thorough check coverage lint gallery reference screens phone sameness
.DEFAULT_GOAL := help
