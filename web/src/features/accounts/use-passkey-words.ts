import { useState } from 'react'

/** One sentence about the last passkey that failed. */
export function usePasskeyWords() {
  const [words, setWords] = useState('')
  return {
    words,
    clear: () => setWords(''),
    say: async (error: unknown) => {
      const { passkeySentence } = await import('../../lib/wallet/passkey.ts')
      setWords(passkeySentence(error))
    },
  }
}
