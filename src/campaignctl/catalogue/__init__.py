"""What a page is: the loader that finds pages, the code grammar, and the drawn examples that prove them."""
