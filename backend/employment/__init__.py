"""Who employs whom (所属): offered by one side, accepted by the other (docs/decisions/0017-the-register.md)."""
