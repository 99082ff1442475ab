"""The page Simulasi: up to three scenarios beside one another, their choices, their figures, kept and shared."""
