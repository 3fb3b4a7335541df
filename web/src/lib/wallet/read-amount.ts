import { formatIn } from './amount.ts'

/** What a person typed, as a number: `units` are the smallest ones of its kind, exact. */
export type Reading =
  | { is: 'empty' }
  | { is: 'amount'; units: bigint /** What the same signs say in another language, where they say two things. */; orElse?: bigint }
  | { is: 'wrong'; why: string }

/** Of whole units: more than any contract of ours can hold. */
const mostDigits = 24

const wrong = (why: string): Reading => ({ is: 'wrong', why })

/** The zero of each set of digits that keyboards write: Latin, Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]

function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  const zero = zeros.find((one) => code >= one && code <= one + 9)
  return zero === undefined ? sign : String(code - zero)
}

/** The same number in ASCII: `,` and `.` as typed, `_` where digits are only kept apart, `;` for a mark that is always the decimal one. */
const inAscii = (text: string): string =>
  [...text.replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '').trim()]
    .map(digitOf)
    .join('')
    .replace(/[\s\u2019'\u02bc\u066c]/g, '_')
    .replace(/\u066b/g, ';')
    .replace(/[\u060c\uff0c]/g, ',')
    .replace(/\uff0e/g, '.')

type Mark = ',' | '.' | ';' | '_'
type Parts = { whole: string; fraction: string; group: string | undefined }

const marksOf = (locale: string | undefined): { group: string; decimal: string } => {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.5)
  const sign = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value ?? ''
  return { group: inAscii(sign('group')), decimal: inAscii(sign('decimal')) }
}

/** Digits kept apart in threes, or after the first three in twos as in India, the first never a lone zero. */
function isGrouped(whole: string, mark: string): boolean {
  const [first = '', ...rest] = whole.split(mark)
  if (rest.length === 0) return true
  if (!/^[1-9]\d{0,2}$/.test(first)) return false
  const last = rest.at(-1) ?? ''
  const between = rest.slice(0, -1)
  return (
    /^\d{3}$/.test(last) &&
    (between.every((part) => /^\d{3}$/.test(part)) || (first.length < 3 && between.every((part) => /^\d\d$/.test(part))))
  )
}

/** Which of the marks stands before the fraction: of two kinds the last, of one kind the only one. */
function decimalMark(signs: Mark[]): { decimal?: Mark; why?: string } {
  const kinds = [...new Set(signs)]
  const last = signs.at(-1)
  if (!last || last === '_') return kinds.length > 1 ? { why: 'Two kinds of marks: write it without spaces' } : {}
  const isOnce = signs.filter((sign) => sign === last).length === 1
  if (kinds.length > 2) return { why: 'Too many kinds of marks in one number' }
  if (isOnce) return { decimal: last }
  return kinds.length === 1 && last !== ';' ? {} : { why: 'Two decimal marks in one number' }
}

function split(text: string, signs: Mark[], decimal: Mark | undefined): Parts {
  const at = decimal ? text.lastIndexOf(decimal) : text.length
  return { whole: text.slice(0, at), fraction: text.slice(at + 1), group: signs.find((sign) => sign !== decimal) }
}

const unitsOf = (whole: string, fraction: string, decimals: number): bigint =>
  BigInt(whole || '0') * 10n ** BigInt(decimals) + BigInt(fraction.padEnd(decimals, '0') || '0')

function whyNot({ whole, fraction, group }: Parts, decimals: number): string | null {
  if (group && !isGrouped(whole, group)) return 'Those marks keep no groups of three apart: write it without them'
  const digits = group ? whole.replaceAll(group, '') : whole
  if (digits === '' && fraction === '') return 'A number such as 1.5'
  if (digits.replace(/^0+/, '').length > mostDigits) return 'That is more than there is'
  if (fraction.replace(/0+$/, '').length > decimals)
    return decimals === 0 ? 'A whole number' : `At most ${decimals === 1 ? 'one digit' : `${decimals} digits`} after the point`
  return null
}

/** One mark and three digits after it: a fraction to some, a thousand to others. */
const saysTwoThings = (text: string): boolean => /^[1-9]\d{0,2}[.,]\d{3}$/.test(text)

/** Reads a lone mark as the reader's language does; both ways where they differ. */
function readTwoWays(text: string, decimals: number, locale: string | undefined): Reading {
  const mark = text.includes(',') ? ',' : '.'
  const [whole = '', fraction = ''] = text.split(mark)
  const asThousands = unitsOf(whole + fraction, '', decimals)
  const isGroup = marksOf(locale).group === mark
  const isTooFine = whyNot({ whole, fraction, group: undefined }, decimals) !== null
  if (isTooFine)
    return isGroup ? { is: 'amount', units: asThousands } : wrong(whyNot({ whole, fraction, group: undefined }, decimals) ?? '')
  const asFraction = unitsOf(whole, fraction, decimals)
  return isGroup ? { is: 'amount', units: asThousands, orElse: asFraction } : { is: 'amount', units: asFraction, orElse: asThousands }
}

/**
 * Reads an amount as people type and paste it: comma or point, digits kept apart as any language does it, `.5`, `5.`, digits
 * of other scripts, spaces around. Never through a float, never negative; what could be meant in two ways is read as in
 * `locale` (the browser's own without one). `decimals` is how many digits after the point the kind of amount has.
 */
export function readAmount(text: string, decimals: number, locale: string | undefined = localeHere()): Reading {
  const ascii = inAscii(text)
  if (ascii === '') return { is: 'empty' }
  if (/^[-−–]/.test(ascii)) return wrong('Not less than nothing')
  if (!/^[\d.,;_]+$/.test(ascii)) return wrong('Digits only, such as 1.5')
  if (saysTwoThings(ascii)) return readTwoWays(ascii, decimals, locale)
  const signs = [...ascii].filter((sign): sign is Mark => /\D/.test(sign))
  const { decimal, why } = decimalMark(signs)
  if (why) return wrong(why)
  const parts = split(ascii, signs, decimal)
  const refusal = whyNot(parts, decimals)
  if (refusal) return wrong(refusal)
  const whole = parts.group ? parts.whole.replaceAll(parts.group, '') : parts.whole
  return { is: 'amount', units: unitsOf(whole, parts.fraction.slice(0, decimals), decimals) }
}

/** An amount as it is put into a field: whoever reads it back, in whatever language, reads the same. */
export function asTyped(units: bigint, decimals: number): string {
  const text = formatIn(units, decimals)
  return saysTwoThings(text) ? `${text}0` : text
}

/** The units that a text says, for whoever sends them: null while it says none. It is what the field shows, read once more. */
export function unitsIn(text: string, decimals: number, locale?: string): bigint | null {
  const reading = readAmount(text, decimals, locale)
  return reading.is === 'amount' ? reading.units : null
}

const localeHere = (): string | undefined => (typeof navigator === 'undefined' ? 'en' : navigator.language)
