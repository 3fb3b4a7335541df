import type { Line, Thread } from './messages.ts'

const roles: Record<string, string> = {
  owner: 'Owner',
  manager: 'Manager',
  writer: 'Writer',
  chatter: 'Chatter',
  moderator: 'Moderator',
  operator: 'Operator',
  finance: 'Finance',
}

/** Who wrote a line, in words; nothing where it is simply the account's own person. */
export function labelOf({ author, by }: Line): string | null {
  if (by.kind === 'self') return null
  if (by.kind === 'team') return `${by.team || `${author.name}’s team`} · ${roles[by.role ?? ''] ?? 'Team'}`
  return by.kind === 'ai' ? 'Written by AI' : 'Drafted by AI, approved by a person'
}

/** What a conversation is called: its title, or the others in it. */
export const nameOf = ({ title, others }: Pick<Thread, 'title' | 'others'>): string =>
  title || others.map(({ name }) => name).join(', ') || 'Only you'

/** One line of what a message is, for a list. */
export function excerptOf({ text, media, deleted }: Line): string {
  if (deleted) return 'Message deleted'
  if (text) return text
  const [first] = media
  return first?.kind === 'video' ? 'Video' : first?.kind === 'audio' ? 'Audio' : 'Photo'
}
