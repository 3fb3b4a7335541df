import { randomBytes } from 'node:crypto'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { createSiweMessage } from 'viem/siwe'
import { url } from './people.ts'

export type Voter = (pollId: string, optionIds: number[]) => Promise<number>

async function send(path: string, body: object, cookie = ''): Promise<{ status: number; cookie: string; json: Record<string, string> }> {
  const answer = await fetch(url(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })
  const set = answer.headers.getSetCookie()[0] ?? ''
  return { status: answer.status, cookie: set.split(';')[0] ?? '', json: (await answer.json()) as Record<string, string> }
}

/** Somebody new who joined with a wallet: an account costs two calls and one signature. */
async function aVoter(): Promise<Voter> {
  const account = privateKeyToAccount(generatePrivateKey())
  const { json: asked } = await send('/api/wallets/challenge', {})
  const message = createSiweMessage({
    address: account.address,
    chainId: Number(asked['chainId']),
    domain: asked['domain'] as string,
    uri: asked['uri'] as string,
    nonce: asked['nonce'] as string,
    version: '1',
    issuedAt: new Date(asked['issuedAt'] as string),
    expirationTime: new Date(asked['expirationTime'] as string),
  })
  const signature = await account.signMessage({ message })
  const { status, cookie } = await send('/api/sessions/wallet', {
    message,
    signature,
    handle: `v${randomBytes(8).toString('hex')}`,
    name: 'Voter',
  })
  if (status !== 200) throw new Error(`sign-up answered ${status}`)
  return async (pollId, optionIds) => (await send(`/api/polls/${pollId}/votes`, { optionIds }, cookie)).status
}

/** As many new people as asked for. */
export async function crowd(people: number): Promise<Voter[]> {
  const voters: Voter[] = []
  while (voters.length < people) voters.push(...(await Promise.all(Array.from({ length: Math.min(20, people - voters.length) }, aVoter))))
  return voters
}
