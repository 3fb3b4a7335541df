import { nobody, onBehalfOf } from '../../kernel/ctx.ts'
import { createAccount, insertWallet } from '../../modules/accounts/index.ts'
import { editProfile } from '../../modules/profiles/index.ts'
import { cover } from '../art/cover.ts'
import { portrait } from '../art/portrait.ts'
import { walletOf } from '../chain.ts'
import { insertDemoPerson } from '../store.ts'
import type { WorldPerson } from '../world/types.ts'
import { drawn } from './draw.ts'
import { at, type Seeding } from './seeding.ts'

/** Accounts by handle. */
export type Accounts = ReadonlyMap<string, string>

const roles = { creator: 'member', fan: 'member', moderator: 'moderator', admin: 'admin' } as const
const kinds = { creator: 'Creator', fan: 'Fan', moderator: 'Moderator', admin: 'Admin' } as const

export async function seedPeople(seeding: Seeding, people: readonly WorldPerson[]): Promise<Accounts> {
  seeding.say(`drawing ${people.length} people`)
  const accounts = new Map<string, string>()
  for (const [place, person] of people.entries()) accounts.set(person.handle, await enter(seeding, person, place))
  await Promise.all(people.map((person) => dress(seeding, person, accounts.get(person.handle) as string)))
  return accounts
}

/** The account with its wallet; the face comes after. */
function enter({ host, epoch }: Seeding, person: WorldPerson, place: number): Promise<string> {
  return host.transact({ ...nobody, at: at({ epoch }, person.joinedAt) }, async (ctx) => {
    const account = await createAccount(ctx, { handle: person.handle, name: person.name, role: roles[person.role], isDemo: true })
    await insertWallet(ctx, { address: walletOf(place).address.toLowerCase(), account, kind: 'demo', wrappedKey: null })
    await insertDemoPerson(ctx, { account, walletIndex: place, kind: person.ai ? 'AI creator' : kinds[person.role], place })
    return account
  })
}

async function dress(seeding: Seeding, person: WorldPerson, account: string): Promise<void> {
  const when = at(seeding, person.joinedAt)
  const { portrait: face, cover: sky } = person
  const faceId = await drawn(seeding, { account, when }, { svg: () => portrait(face.seed, face.traits), alt: `Portrait of ${person.name}` })
  const skyId = sky ? await drawn(seeding, { account, when }, { svg: () => cover(sky.seed, sky.traits), alt: '' }) : null
  await seeding.host.transact(onBehalfOf(account, when), (ctx) =>
    editProfile(ctx, {
      bio: person.bio,
      location: person.location,
      links: person.links,
      ai: person.ai,
      portraitMediaId: faceId,
      ...(skyId ? { coverMediaId: skyId } : {}),
    }),
  )
}
