"""What proves an item of a registration: photos and papers (証明書類), checked while they are taken.

Kept by their content in an object store (docs/decisions/0017-the-register.md).
"""
