# `make check` is the whole truth: format, lint, types, imports, dependencies, tests.
.PHONY: check lint types imports dependencies test format browser

check: lint types imports dependencies test

lint:
	uv run ruff format --check .
	uv run ruff check .

types:
	uv run mypy

imports:
	uv run lint-imports --no-cache

dependencies:
	uv run deptry .

test:
	uv run pytest

format:
	uv run ruff format .
	uv run ruff check --fix .

browser:
	uv sync --all-groups
