UV := .tools/bin/uv
UV_VERSION := 0.13.9
export UV_PYTHON_DOWNLOADS = never
export UV_SYSTEM_CERTS = 1

$(UV):
	python3 -m pip install -q --disable-pip-version-check --target .tools "uv==$(UV_VERSION)"

lock: $(UV)
	$(UV) pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 pyproject.toml -o requirements.lock
	$(UV) pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 pyproject.toml --group dev -o requirements-dev.lock
