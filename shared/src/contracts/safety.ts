import { z } from 'zod'
import { contract } from '../contract.ts'
import { Handle } from '../values/handle.ts'
import { page, pageInput } from '../values/page.ts'
import { Person } from './profiles.ts'

const onPerson = z.strictObject({ handle: Handle })
const problems = ['profiles/unknown', 'safety/yourself'] as const

export const block = contract('PUT /api/blocks/:handle', {
  summary: 'Block somebody: they find nothing of yours, cannot write to you, and follow you no more',
  who: 'account',
  actFor: 'moderate',
  input: onPerson,
  output: z.object({ blocks: z.boolean() }),
  problems,
})
export const unblock = contract('DELETE /api/blocks/:handle', {
  summary: 'Unblock; follows do not come back by themselves',
  who: 'account',
  actFor: 'moderate',
  input: onPerson,
  output: z.object({ blocks: z.boolean() }),
  problems,
})
export const mute = contract('PUT /api/mutes/:handle', {
  summary: 'Mute somebody: their posts leave your feed, and nothing that they do is told to you',
  who: 'account',
  actFor: 'moderate',
  input: onPerson,
  output: z.object({ mutes: z.boolean() }),
  problems,
})
export const unmute = contract('DELETE /api/mutes/:handle', {
  summary: 'Unmute',
  who: 'account',
  actFor: 'moderate',
  input: onPerson,
  output: z.object({ mutes: z.boolean() }),
  problems,
})

export const Shunned = z.object({ person: Person, at: z.iso.datetime() })
export type Shunned = z.infer<typeof Shunned>
export const listBlocks = contract('GET /api/me/blocks', {
  summary: 'Whom you have blocked, newest first',
  who: 'account',
  actFor: 'moderate',
  input: z.strictObject(pageInput),
  output: page(Shunned),
  problems: ['http/bad-cursor'],
})
export const listMutes = contract('GET /api/me/mutes', {
  summary: 'Whom you have muted, newest first',
  who: 'account',
  actFor: 'moderate',
  input: z.strictObject(pageInput),
  output: page(Shunned),
  problems: ['http/bad-cursor'],
})
