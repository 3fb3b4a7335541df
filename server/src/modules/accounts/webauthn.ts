import type { Config } from '../../kernel/config.ts'

/** Who we are to an authenticator: the site's name and origin, from PUBLIC_URL. */
export const relyingParty = (config: Pick<Config, 'publicUrl'>) => ({
  rpName: 'CoreFans',
  rpID: new URL(config.publicUrl).hostname,
  origin: config.publicUrl,
})
export type RelyingParty = ReturnType<typeof relyingParty>

export const challengeMs = 5 * 60_000
