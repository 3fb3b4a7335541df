/** Why somebody is suggested, in words a person can check. */
export function whySuggested({ mutual, isNew, fans }: { mutual: number; isNew: boolean; fans: number }): string {
  if (mutual > 0) return `Followed by ${mutual} ${mutual === 1 ? 'person' : 'people'} you follow`
  if (isNew) return 'New on CoreFans'
  return fans === 1 ? 'Has 1 fan' : `Has ${fans} fans`
}
