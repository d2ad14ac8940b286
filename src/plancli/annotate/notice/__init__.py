"""What a bulletin says of itself: 文号, 成文日期, 机关, 主送, 签发人 and the plan's year (GB/T 9704)."""
