"""Files in and out, without a database: facts that ship with the package, and papers that people have."""
