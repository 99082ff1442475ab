"""Lists for the heads of sub-districts as PDF: what their villages have not reported and what is to be checked."""
