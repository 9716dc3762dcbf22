"""How papers look (kỹ thuật trình bày): the rules of the decree (`format`) and what a file really has (`measured`)."""
