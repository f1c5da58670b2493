"""How much rests on few."""
