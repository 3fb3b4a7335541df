/** The legal pages with their titles and one line each; the texts are loaded with the page. */
export const docHeads = {
  about: { title: 'About CoreFans', line: 'What CoreFans is and how it works.' },
  terms: { title: 'Terms', line: 'The rules of using CoreFans.' },
  privacy: { title: 'Privacy', line: 'What CoreFans knows about you.' },
}
export type Doc = keyof typeof docHeads

export const isDoc = (doc: string): doc is Doc => Object.hasOwn(docHeads, doc)
