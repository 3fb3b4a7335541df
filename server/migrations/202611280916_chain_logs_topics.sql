-- A reorg reads again what the orphaned logs touched, by whom and what a log names, and not all that a contract ever logged.
create index chain_logs_topics on chain_logs using gin (topics);
