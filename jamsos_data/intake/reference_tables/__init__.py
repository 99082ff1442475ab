"""Reference tables and official boundaries from files, ending in a report like that of any upload."""

from jamsos_data.intake.reference_tables.reporting import read_reference

__all__ = ["read_reference"]
