ALTER TABLE activity
  -- the drawing it is shown by; null: that of its kind
  ADD COLUMN cover text,
  -- grows with every change of its texts, so that two cadres do not overwrite each other
  ADD COLUMN version integer NOT NULL DEFAULT 1;

CREATE INDEX recruitment_call_time ON recruitment_call (community_id, published_at, id);
CREATE INDEX session_call ON session (community_id, call_id, starts_at);

-- Days off and make-up workdays by year, as a community knows them. A year without a row is not known yet.
CREATE TABLE holiday_year (
  community_id text NOT NULL REFERENCES community (id),
  year integer NOT NULL,
  -- name, first and last day as midnights in Shanghai, and whether people work on them instead
  holidays jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  saved_at bigint NOT NULL,
  PRIMARY KEY (community_id, year)
);
GRANT SELECT, INSERT, UPDATE ON holiday_year TO linli_app;

-- 国务院办公厅关于2026年部分节假日安排的通知, 2025-11-04
INSERT INTO holiday_year (community_id, year, holidays, saved_at)
SELECT c.id, 2026, h.holidays, c.created_at
FROM community c CROSS JOIN (
  SELECT jsonb_agg(jsonb_build_object('name', name, 'works', works,
      'firstAt', (extract(epoch FROM (first || ' 00:00+08')::timestamptz) * 1000)::bigint,
      'lastAt', (extract(epoch FROM (last || ' 00:00+08')::timestamptz) * 1000)::bigint) ORDER BY first) AS holidays
  FROM (VALUES
    ('元旦', '2026-01-01', '2026-01-03', false),
    ('元旦调休', '2026-01-04', '2026-01-04', true),
    ('春节调休', '2026-02-14', '2026-02-14', true),
    ('春节', '2026-02-15', '2026-02-23', false),
    ('春节调休', '2026-02-28', '2026-02-28', true),
    ('清明节', '2026-04-04', '2026-04-06', false),
    ('劳动节', '2026-05-01', '2026-05-05', false),
    ('劳动节调休', '2026-05-09', '2026-05-09', true),
    ('端午节', '2026-06-19', '2026-06-21', false),
    ('国庆节调休', '2026-09-20', '2026-09-20', true),
    ('中秋节', '2026-09-25', '2026-09-27', false),
    ('国庆节', '2026-10-01', '2026-10-07', false),
    ('国庆节调休', '2026-10-10', '2026-10-10', true)
  ) AS announced (name, first, last, works)
) AS h;
