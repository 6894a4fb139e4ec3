"""What proves an item of a registration: photos and papers (証明書類).

Still to come: they will be checked while they are taken and kept by their content
(docs/decisions/0017-the-register.md).
"""
