"""The floor of ``--help``: a Typer app of one command."""

import typer

app = typer.Typer()


@app.command()
def main(name: str = "you") -> None:
    """Greet somebody."""
    print(name)


app()
