import { useMutation } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import type { Entered } from '../../lib/session.ts'
import { usePasskeyWords } from './use-passkey-words.ts'

/** Signs in whoever the chosen passkey belongs to, and says who. */
export function usePasskeySignIn(onEntered: Entered) {
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
    onSuccess: onEntered,
    onError: say,
  })
  return { ...signIn, words }
}
