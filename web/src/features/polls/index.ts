export { live } from './live.ts'
export { PollCard } from './poll-card.tsx'
export { emptyPoll, PollEditor, type PollShape, toPollDraft, whyNotPoll } from './poll-editor.tsx'
export { castVote, polls } from './votes.ts'
