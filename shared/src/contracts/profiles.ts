import { z } from 'zod'
import { contract } from '../contract.ts'
import { Handle } from '../values/handle.ts'
import { Id } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { page, pageInput } from '../values/page.ts'
import { line, prose } from '../values/text.ts'

export const Counters = z.object({
  posts: z.number().int(),
  images: z.number().int(),
  videos: z.number().int(),
  audio: z.number().int(),
  streams: z.number().int(),
  likes: z.number().int(),
  fans: z.number().int(),
})
export type Counters = z.infer<typeof Counters>

/** Only the web's own protocols: a link can open a page or a mail, never run a script. */
const Link = z
  .string()
  .max(limits.url)
  .refine((u) => URL.canParse(u) && ['https:', 'http:', 'mailto:'].includes(new URL(u).protocol), 'must be an http, https or mailto link')

/** Who somebody is, wherever a name is shown. */
export const Person = z.object({ id: Id, handle: z.string(), name: z.string(), ai: z.boolean(), portraitUrl: z.string().nullable() })
export type Person = z.infer<typeof Person>

export const ProfileView = Person.extend({
  bio: z.string(),
  location: z.string(),
  links: z.array(z.string()),
  coverUrl: z.string().nullable(),
  joinedAt: z.iso.datetime(),
  counters: Counters,
  following: z.number().int(),
  /** Accounts that hold an active pass of this creator. */
  holders: z.number().int(),
  holdings: z.array(z.object({ handle: z.string(), creatorName: z.string(), tierName: z.string() })).optional(),
  viewer: z.object({
    isSelf: z.boolean(),
    follows: z.boolean(),
    followsYou: z.boolean(),
    /** The viewer has blocked or muted this person. */
    blocks: z.boolean(),
    mutes: z.boolean(),
  }),
})
export type ProfileView = z.infer<typeof ProfileView>

export const MeView = Person.extend({
  email: z.string().nullable(),
  hasPassword: z.boolean(),
  isDemo: z.boolean(),
  role: z.enum(['member', 'moderator', 'admin']),
  hidesHoldings: z.boolean(),
  hidesPresence: z.boolean(),
})
export type MeView = z.infer<typeof MeView>

export const readMe = contract('GET /api/me', {
  summary: 'Who is signed in',
  who: 'account',
  input: z.strictObject({}),
  output: MeView,
  problems: [],
})
export const readProfile = contract('GET /api/profiles/:handle', {
  summary: 'A public profile with its counters',
  who: 'viewer',
  actFor: 'view',
  input: z.strictObject({ handle: Handle }),
  output: ProfileView,
  problems: ['profiles/unknown'],
})
export const editProfile = contract('PATCH /api/me/profile', {
  summary: 'Change what is given, keep the rest',
  who: 'account',
  actFor: 'profile',
  input: z.strictObject({
    handle: Handle.optional(),
    name: line(limits.name).min(1, 'must not be empty').optional(),
    bio: prose(limits.bio).optional(),
    location: line(limits.location).optional(),
    links: z.array(Link).max(limits.links).optional(),
    portraitMediaId: Id.nullable().optional(),
    coverMediaId: Id.nullable().optional(),
    ai: z.boolean().optional(),
    hidesHoldings: z.boolean().optional(),
    hidesPresence: z.boolean().optional(),
  }),
  output: ProfileView,
  problems: ['profiles/handle-taken', 'profiles/too-many-handles', 'media/unknown'],
})

export const FollowView = z.object({ follows: z.boolean(), fans: z.number().int() })
export const follow = contract('PUT /api/profiles/:handle/follow', {
  summary: 'Follow; again is the same',
  who: 'account',
  input: z.strictObject({ handle: Handle }),
  output: FollowView,
  problems: ['profiles/unknown', 'profiles/yourself'],
})
export const unfollow = contract('DELETE /api/profiles/:handle/follow', {
  summary: 'Stop following',
  who: 'account',
  input: z.strictObject({ handle: Handle }),
  output: FollowView,
  problems: ['profiles/unknown'],
})

export const PersonCard = Person.extend({ bio: z.string(), coverUrl: z.string().nullable(), fans: z.number().int(), follows: z.boolean() })
export type PersonCard = z.infer<typeof PersonCard>
export const listPeople = contract('GET /api/profiles', {
  summary: 'Find people by handle or name, or list creators by fans',
  who: 'viewer',
  input: z.strictObject({ ...pageInput, q: line(60).optional(), only: z.enum(['all', 'ai', 'human']).default('all') }),
  output: page(PersonCard),
  problems: ['http/bad-cursor'],
})
export const listFans = contract('GET /api/profiles/:handle/fans', {
  summary: 'Who follows',
  who: 'viewer',
  input: z.strictObject({ handle: Handle, ...pageInput }),
  output: page(PersonCard),
  problems: ['profiles/unknown', 'http/bad-cursor'],
})
export const listFollowing = contract('GET /api/profiles/:handle/following', {
  summary: 'Whom someone follows',
  who: 'viewer',
  input: z.strictObject({ handle: Handle, ...pageInput }),
  output: page(PersonCard),
  problems: ['profiles/unknown', 'http/bad-cursor'],
})

export const Suggestion = PersonCard.extend({ why: z.string() })
export type Suggestion = z.infer<typeof Suggestion>
export const suggestPeople = contract('GET /api/suggestions', {
  summary: 'Creators the viewer does not follow yet, each with the reason',
  who: 'viewer',
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(20).default(4) }),
  output: z.object({ items: z.array(Suggestion), nextCursor: z.null() }),
  problems: [],
})
