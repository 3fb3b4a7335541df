const market = ['creator', 'currency', 'daysLeft', 'priceMax', 'sort', 'tab', 'tier']
/** The words of a query that each route reads. Beside validateSearch of the features' routes and searchIn of the market. */
const read: readonly [path: RegExp, names: readonly string[]][] = [
  [/^\/$/, ['tab']],
  [/^\/explore$/, ['q']],
  [/^\/(login|signup)$/, ['next']],
  [/^\/notifications$/, ['tab']],
  [/^\/market$/, market],
]
const longestValue = 100

/** What a rendered page depends on: its path and the words that its route reads, in one order. Two addresses with one key are one page. */
export function pageKey(url: string): string {
  // Joined, not resolved: a path that begins with two slashes is a path and no other host.
  const whole = `http://any${url.replace(/^\/+/, '/')}`
  const { pathname, searchParams } = new URL(URL.canParse(whole) ? whole : 'http://any/')
  const names = read.find(([path]) => path.test(pathname))?.[1] ?? []
  const kept = names.flatMap((name) => {
    const value = searchParams.get(name)
    return value === null || value.length > longestValue ? [] : [[name, value] as [string, string]]
  })
  return kept.length > 0 ? `${pathname}?${new URLSearchParams(kept)}` : pathname
}
