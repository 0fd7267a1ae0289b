-- The lower end of the bucket that a duration of 0 or more seconds is in: eight binary digits are kept.
create macro bucket(s) as s // (1 << greatest(0, length(bin(s)) - 8)) * (1 << greatest(0, length(bin(s)) - 8));

-- Whole seconds between two instants, parts of one cut off towards the past.
create macro seconds(a, b) as cast(floor((epoch_us(b) - epoch_us(a)) / 1000000) as bigint);

create macro local(ts) as ts at time zone 'UTC' at time zone 'Europe/Berlin';
