import type { Read } from '../../../kernel/ctx.ts'

type KeyRow = { privateKey: Buffer; publicKey: Buffer }
/** The one signing key; of several processes that bring a fresh one at once, the first is kept by all. `isFresh`: it was not there before. */
export async function keepKey({ sql }: Pick<Read, 'sql'>, fresh: () => KeyRow): Promise<{ row: KeyRow; isFresh: boolean }> {
  const find = () => sql<KeyRow>(`select private_key as "privateKey", public_key as "publicKey" from signing_keys where use = 'messages'`)
  const [known] = await find()
  if (known) return { row: known, isFresh: false }
  const { privateKey, publicKey } = fresh()
  await sql(
    `insert into signing_keys (use, private_key, public_key, created_at) values ('messages', $1, $2, app_now()) on conflict do nothing`,
    [privateKey, publicKey],
  )
  return { row: (await find())[0] as KeyRow, isFresh: true }
}
