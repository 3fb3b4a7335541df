import { recoverMessageAddress } from 'viem'
import { generateSiweNonce, parseSiweMessage } from 'viem/siwe'
import type { Config } from '../../kernel/config.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { problem } from './problems.ts'
import { whyNotSiwe } from './rules.ts'
import { insertChallenge, useChallenge } from './store/challenges.ts'

const nonceMs = 10 * 60_000

/** Fields for a Sign-In with Ethereum message (EIP-4361), with a nonce that works once. */
export const walletChallenge = (config: Config) => async (ctx: Ctx) => {
  const nonce = generateSiweNonce()
  const expiresAt = new Date(ctx.now.getTime() + nonceMs)
  await insertChallenge(ctx, { nonce, kind: 'siwe', account: ctx.actor, expiresAt })
  return {
    nonce,
    domain: new URL(config.publicUrl).host,
    uri: config.publicUrl,
    chainId: ctx.chain.id,
    issuedAt: ctx.now.toISOString(),
    expirationTime: expiresAt.toISOString(),
  }
}

/** The lower-case address that signed, for a message meant for us, now, here, once. Each fault is a problem of its own. */
export async function signerOf(ctx: Ctx, config: Config, signed: { message: string; signature: string }): Promise<`0x${string}`> {
  const message = parseSiweMessage(signed.message)
  const expected = { domain: new URL(config.publicUrl).host, uri: config.publicUrl, chainId: ctx.chain.id }
  const whyNot = whyNotSiwe(message, expected, ctx.now)
  if (whyNot) throw whyNot
  if (!message.nonce || !(await useChallenge(ctx, message.nonce, 'siwe'))) throw problem['siwe-nonce']()
  const signer = await recoverMessageAddress({ message: signed.message, signature: signed.signature as `0x${string}` }).catch(() => null)
  if (!signer || signer.toLowerCase() !== message.address?.toLowerCase()) throw problem['siwe-signature']()
  return signer.toLowerCase() as `0x${string}`
}
