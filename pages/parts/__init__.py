"""What pages share on screen: language, filters, figures, charts, cards, tables."""
