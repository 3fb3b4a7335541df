/** Names of what a bench world holds: made from a number here and in SQL alike. */
const idOf = (kind: number, n: number): string => `00000000-0000-${4000 + kind}-8000-${n.toString(16).padStart(12, '0')}`
const sqlIdOf = (kind: number, n: string): string => `('00000000-0000-${4000 + kind}-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

const kinds = { account: 0, post: 1, poll: 2, media: 3, comment: 4, thread: 5 } as const
export const accountId = (n: number): string => idOf(kinds.account, n)
export const postId = (n: number): string => idOf(kinds.post, n)
export const pollId = (n: number): string => idOf(kinds.poll, n)
export const threadId = (n: number): string => idOf(kinds.thread, n)
export const commentId = (n: number): string => idOf(kinds.comment, n)
export const sqlId = (kind: keyof typeof kinds, n: string): string => sqlIdOf(kinds[kind], n)
export const tokenOf = (account: number): string => `bench-${account}`
export const sqlTokenHash = (n: string): string => `sha256(('bench-' || ${n})::bytea)`
export const handleOf = (account: number): string => `b${account}`
