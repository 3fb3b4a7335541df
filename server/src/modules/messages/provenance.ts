import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { type SignedLine, signedWords } from '@corefans/shared/values/provenance.ts'
import { type Ctx, me, type Read } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { roleFor } from '../teams/index.ts'
import { problem } from './problems.ts'
import { keepKey } from './store/keys.ts'
import type { MessageRow, Writer } from './types.ts'

/** Who writes, by how they are signed in and never by what they say: the account's own person, or a role of its team. */
export async function writerOf(ctx: Ctx): Promise<Writer> {
  const account = me(ctx)
  const { member } = ctx.caller
  if (!member) return { byKind: 'self', byRole: null, byPerson: account }
  const role = await roleFor(ctx, account, member)
  if (!role) throw problem['unknown-thread']()
  return { byKind: 'team', byRole: role, byPerson: member }
}

const rawLength = 32
const freshKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }),
    publicKey: spki.subarray(spki.length - rawLength), // what stands before is the same for every Ed25519 key
  }
}

type Key = { privateKey: KeyObject; publicKey: Buffer }
const keys = new WeakMap<object, Key>()

/**
 * The key of this CoreFans, read once a process and kept by its database's object. It is read and made on the connection that
 * asks: a transaction that waited for another connection would wait for one that waits like itself. What a transaction has
 * made is not kept before it was found by a later one, for the transaction may end in nothing.
 */
export async function signingKey({ sql }: Pick<Read, 'sql'>, { db }: Pick<Host, 'db'>): Promise<Key> {
  const known = keys.get(db)
  if (known) return known
  const { row, isFresh } = await keepKey({ sql }, freshKey)
  const key = { privateKey: createPrivateKey({ key: row.privateKey, type: 'pkcs8', format: 'der' }), publicKey: row.publicKey }
  if (!isFresh) keys.set(db, key)
  return key
}

export const signLine = ({ privateKey }: Key, line: SignedLine): Buffer => sign(null, Buffer.from(signedWords(line)), privateKey)

/** What the signature of a stored line is over. */
export const lineOf = (row: Omit<MessageRow, 'now' | 'signature'>, media: readonly string[]): SignedLine => ({
  id: row.id,
  threadId: row.threadId,
  author: row.authorId,
  by: { kind: row.byKind, role: row.byRole ?? undefined },
  createdAt: row.createdAt.toISOString(),
  editedAt: row.editedAt?.toISOString() ?? null,
  text: row.text,
  media,
})
