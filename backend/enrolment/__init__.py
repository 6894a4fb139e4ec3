"""The first login (初回登録).  Here will live enrolment codes, passkeys and recovery."""
