export { AiMark } from './ai-mark.tsx'
export { FollowButton } from './follow-button.tsx'
export { type Follow, follows, setFollows } from './follows.ts'
export { PersonRow, PersonTile } from './person-row.tsx'
