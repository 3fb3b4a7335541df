import { z } from 'zod'

/** Shows nothing although it is there: Unicode's default-ignorable code points, and two signs whose picture is blank. */
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]/u
/** Scripts whose letters join or part at U+200C and U+200D. */
const joining =
  '\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mong}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}'
/** Where an unseen code point changes what is seen: in emoji, between letters that join, after an ideograph with variants. */
const needed = new RegExp(
  [
    '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d(?=\\p{Extended_Pictographic})',
    '(?<=\\p{Emoji})[\\ufe0e\\ufe0f]',
    '(?<=\\u{1f3f4})[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]+\\u{e007f}',
    `(?<=[${joining}])[\\u200c\\u200d](?=[\\p{L}\\p{M}])`,
    '(?<=\\p{sc=Han})[\\u{e0100}-\\u{e01ef}]',
    '(?<=\\p{sc=Mong})[\\u180b-\\u180d\\u180f]',
  ].join('|'),
  'gu',
)

/** Whether a text has code points that nobody sees and no script or emoji needs: two names could look the same. */
export const hidesSomething = (text: string): boolean => unseen.test(text.replace(needed, ''))

/** Whether a text would be seen as nothing: empty, white space, or made of what shows nothing. */
export const isBlank = (text: string): boolean => /^[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]*$/u.test(text)

/** What makes two short texts the same to a reader: composed, trimmed, whatever the case. */
export const sameText = (text: string): string => text.normalize('NFC').trim().toUpperCase().toLowerCase().normalize('NFC')

/**
 * One line of human text: composed (NFC) and trimmed; without control characters, signs that turn the direction of what
 * follows, and what nobody sees. Lone surrogates and NUL are refused for every input by the HTTP edge.
 */
export const line = (max: number) => oneLine(z.string().normalize('NFC').trim().max(max))

/** One line that somebody signed: refused where `line` would mend it, for the signature is over what was sent. */
export const signedLine = (max: number) =>
  oneLine(z.string().min(1).max(max)).refine((text) => text === text.normalize('NFC').trim(), 'must be composed (NFC) and trimmed')

const oneLine = (text: z.ZodString) =>
  text
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'must be one line without control characters')
    .regex(/^\P{Bidi_Control}*$/u, 'may not turn the direction of writing')
    .refine((one) => !hidesSomething(one), 'has characters that nobody can see')

/** Text that may have paragraphs, composed (NFC). One that would be seen as nothing is empty. */
export const prose = (max: number) =>
  z
    .string()
    .normalize('NFC')
    .max(max)
    .overwrite((text) => (isBlank(text) ? '' : text))
