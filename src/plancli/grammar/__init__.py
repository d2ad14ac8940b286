"""The rule engine: rules, findings and corpora. It knows neither Chinese nor plans."""
