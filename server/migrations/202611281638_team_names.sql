-- What a team calls itself, beside the role of whoever wrote: “Neon Studio · Chatter”. Empty where it has no name of its own.
alter table teams add column name text not null default '' check (char_length(name) <= 50);
