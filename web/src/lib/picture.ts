/** Our pictures lie in two sizes by longest side; small screens take the small one. */
export const srcSetOf = (url: string, width = 1600, height = 0): string | undefined => {
  if (!/\/large\.webp(\?|$)/.test(url)) return undefined
  const scale = Math.min(1, 720 / Math.max(width, height))
  const large = Math.min(1, 1600 / Math.max(width, height))
  return `${url.replace('/large.webp', '/small.webp')} ${Math.round(width * scale)}w, ${url} ${Math.round(width * large)}w`
}

/** How wide the main column shows a picture; a little less on phones, so that a common 1.75× screen of 412 px takes the small one. */
export const columnWide = '(max-width: 719px) 92vw, 656px'
