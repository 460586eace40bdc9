"""What runs the course: its map, its glossary, the set-up check, predictions.  Standard library only here."""
