"""The campaign folder on disk: what lies where, hashed, locked, and written wholly or not at all."""
