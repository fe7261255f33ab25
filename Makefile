# All that anyone types. `make` alone tells what there is.
.DEFAULT_GOAL := help
.PHONY: help run test lint train chat bench torture evaluate setup

help: ## Show these lines
	@grep -E '^[a-z]+: .*##' Makefile | sed 's/: .*## /\t/' | expand -t 10

run: ## Set up what is missing, train when needed, and start the navigator (Ctrl-C stops it)
	@tools/setup.sh run
	@exec .venv/bin/navigator up

test: setup ## Everything that needs no trained model, then the conversations through the running parts
	@.venv/bin/python -m pytest -m "not chain" -n 2 --dist loadfile
	@.venv/bin/python -m pytest -m chain

lint: setup ## Style, form and types
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy

train: ## Train the model, when its inputs changed
	@tools/setup.sh run
	@exec .venv/bin/navigator train

chat: ## Talk in the terminal with what `make run` started
	@tools/setup.sh run
	@exec .venv/bin/navigator chat

bench: setup ## Measure the budgets, side by side
	@.venv/bin/python -m tests.bench

torture: setup ## Kill everything again and again while people talk and messages fall due: nothing may be lost
	@.venv/bin/python -m tests.torture

evaluate: setup ## How well it understands: a page to read, and the numbers of this commit
	@.venv/bin/python -m tests.evaluate

setup: ## Make both environments, with the tools for developers
	@tools/setup.sh dev
