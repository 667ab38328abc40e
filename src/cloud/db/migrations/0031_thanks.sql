-- A household that was in a class thanks those who helped there: once, and without a word.
CREATE TABLE thanks (
  community_id text NOT NULL,
  session_id text NOT NULL,
  household_id text NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, session_id, household_id),
  FOREIGN KEY (community_id, session_id) REFERENCES session (community_id, id),
  FOREIGN KEY (community_id, household_id) REFERENCES household (community_id, id)
);
GRANT SELECT, INSERT, DELETE ON thanks TO linli_app;
