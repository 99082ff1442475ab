"""The page Riwayat: the versions of all data sets, looking back at one, and restoring one."""
