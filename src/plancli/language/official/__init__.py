"""The forms of official documents (GB/T 9704): 文号, dates, organs, addressees."""
