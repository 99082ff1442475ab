"""Files that leave the dashboard: tables for spreadsheets. Figures stay numbers, and every file says what it shows."""
