"""TXT: bytes to lines and tables; encodings, page marks and the ways in which tables are dumped."""
