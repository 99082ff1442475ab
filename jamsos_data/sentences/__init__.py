"""The sentences that open a page, written from its figures: right for none, one, some and all."""
