"""Places of work (現場), who is contracted there and who is assigned (施工体制登録)."""
