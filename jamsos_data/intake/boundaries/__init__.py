"""Official boundaries from GeoJSON: read → match with the areas → mend the shapes."""

from jamsos_data.intake.boundaries.reading import read_boundaries

__all__ = ["read_boundaries"]
