"""The commands of ``kg``, a file for each group of them; what they need is imported when they run."""
