"""What a plan would cost and bring: who is added where, who pays, and what stands in its way.

`plan.py` says what is asked, `simulate.py` answers; the arithmetic of sharing whole numbers is in `allocation.py`.
"""
