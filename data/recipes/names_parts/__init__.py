"""How `data/recipes/names.py` spells the cities that the reviewed list doesn't have."""
