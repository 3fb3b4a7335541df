import { z } from 'zod'

// biome-ignore lint/complexity/useRegexLiterals: a literal with this flag does not compile for our target
const oneEmoji = new RegExp('^\\p{RGI_Emoji}$', 'v')

/** One emoji as Unicode recommends it for interchange, whatever it is made of. */
export const Emoji = z
  .string()
  .max(32)
  .refine((text) => oneEmoji.test(text), 'must be one emoji')
