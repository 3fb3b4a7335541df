import { z } from 'zod'

/** Longest texts in characters (UTF-16 code units), one place for server, web and docs. */
export const limits = {
  handle: 20,
  name: 50,
  bio: 500,
  location: 60,
  url: 200,
  links: 8,
  postText: 5_000,
  alt: 1_000,
  pollOption: 80,
  pollOptionsMin: 2,
  pollOptionsMax: 6,
  postMedia: 10,
  tierName: 40,
  perk: 80,
  perks: 6,
  note: 280,
  claimUses: 20,
  passwordMin: 10,
  password: 128,
  email: 254,
} as const

/** One line of human text: trimmed, no control characters. Lone surrogates and NUL are refused for every input by the HTTP edge. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u, 'must be one line without control characters')

/** Text that may have paragraphs. */
export const prose = (max: number) => z.string().max(max)
