create table event(
  lead integer,
  type enum('submitted', 'touched', 'responded', 'entered', 'converted', 'lost', 'reopened', 'owned', 'scored', 'priced', 'worked'),
  ts timestamp,
  stage enum('new', 'mql', 'sql', 'won'),
  source enum('search', 'ads', 'referral', 'fair', 'partner', 'e-mail', '(missing)'),
  dated boolean,
  score bigint)
