"""The screen of a presentation: slides as HTML and SVG at 1920 × 1080, turned by keys in the browser."""
