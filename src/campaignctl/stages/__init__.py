"""The commands' substance as plain functions: values in, documents and forms out."""
