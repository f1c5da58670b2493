"""The look of the house deck in, the PowerPoint template out."""
