import { useMutation } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { enter } from '../../lib/session.ts'
import { usePasskeyWords } from './use-passkey-words.ts'

/** Signs in whoever the chosen passkey belongs to, and goes on to `next`. */
export function usePasskeySignIn(next: string) {
  const { words, say, clear } = usePasskeyWords()
  const signIn = useMutation({
    mutationFn: async () => {
      const [options, { answerPasskey }] = await Promise.all([
        api('POST /api/passkeys/sign-in-options', {}),
        import('../../lib/wallet/passkey.ts'),
      ])
      return api('POST /api/passkeys/sign-in', { answer: await answerPasskey(options) })
    },
    onMutate: clear,
    onSuccess: () => enter(next),
    onError: say,
  })
  return { ...signIn, words }
}
