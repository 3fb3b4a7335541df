export { PollCard } from './poll-card.tsx'
export { emptyPoll, PollEditor, type PollShape, toPollDraft, whyNotPoll } from './poll-editor.tsx'
export { hearPolls, polls } from './votes.ts'
