"""What official Chinese is made of, said once; every stage asks here."""
