"""From words to days: what is settled of an expression, the days of its parts, the year and the almanac."""
