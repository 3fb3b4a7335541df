export type Zone = { locale: string | undefined; timeZone: string | undefined }
/** What the server prints, before the browser's zone and language are known. */
export const serverZone: Zone = { locale: 'en', timeZone: 'UTC' }
export const viewerZone: Zone = { locale: undefined, timeZone: undefined }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago, short: “now”, “12 min”, “5 h”, “3 d”, then a date. */
export function ago(iso: string, now: number, { locale, timeZone }: Zone): string {
  const at = Date.parse(iso)
  const past = now - at
  if (past < minute) return 'now'
  if (past < hour) return `${Math.floor(past / minute)} min`
  if (past < day) return `${Math.floor(past / hour)} h`
  if (past < 7 * day) return `${Math.floor(past / day)} d`
  const sameYear = new Date(at).getUTCFullYear() === new Date(now).getUTCFullYear()
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }), timeZone }).format(at)
}

/** How long until: “2 days left”, “3 h left”, “less than a minute left”. */
export function left(iso: string, now: number): string {
  const rest = Date.parse(iso) - now
  if (rest <= 0) return 'ended'
  if (rest < minute) return 'less than a minute left'
  if (rest < hour) return `${Math.ceil(rest / minute)} min left`
  if (rest < 2 * day) return `${Math.ceil(rest / hour)} h left`
  return `${Math.ceil(rest / day)} days left`
}

export const fullDate = (iso: string, { locale, timeZone }: Zone): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(Date.parse(iso))
export const clockOf = (iso: string, { locale, timeZone }: Zone): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(Date.parse(iso))
export const dayOf = (iso: string, { locale, timeZone }: Zone): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(Date.parse(iso))
export const monthOf = (iso: string, { locale, timeZone }: Zone): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone }).format(Date.parse(iso))
