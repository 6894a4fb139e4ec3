"""The first login (初回登録): enrolment codes, invitations, and recovery of a lost phone."""
