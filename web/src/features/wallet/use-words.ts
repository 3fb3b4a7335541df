import { useState } from 'react'

/** One sentence about the last thing that failed, where no money was at stake. */
export function useWords() {
  const [words, setWords] = useState('')
  return {
    words,
    clear: () => setWords(''),
    say: async (error: unknown) => {
      const { problemOf } = await import('../../lib/wallet/problem-of.ts')
      setWords(problemOf(error).words.replace(/ Nothing was charged\.$/, ''))
    },
  }
}
