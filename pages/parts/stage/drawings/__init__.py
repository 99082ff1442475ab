"""Pictures of slides as HTML and SVG: the values of `jamsos_data.slides.picture` in, markup out."""
